// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion.dl4j;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.nd4j.graph.FlatArray;
import org.nd4j.graph.FlatGraph;
import org.nd4j.graph.FlatNode;
import org.nd4j.graph.FlatProperties;
import org.nd4j.graph.FlatVariable;

/**
 * Looks at the counts in a network file before ND4J does, which makes room for as many parts as a
 * file claims to have.
 */
final class NetworkBounds {
    private static final int MAX_DIMENSIONS = 32;

    private final long bytes;
    private long parts;

    private NetworkBounds(long bytes) {
        this.bytes = bytes;
    }

    /**
     * Makes sure that a file can hold what it claims.
     *
     * @throws IOException if it cannot
     * @throws RuntimeException if it points beyond its end
     */
    static void check(byte[] network) throws IOException {
        FlatGraph graph = FlatGraph.getRootAsFlatGraph(ByteBuffer.wrap(network));
        var bounds = new NetworkBounds(network.length);
        bounds.hold(
                graph.variablesLength(),
                graph.nodesLength(),
                graph.outputsLength(),
                graph.placeholdersLength(),
                graph.lossVariablesLength(),
                graph.updaterStateLength());
        for (int i = 0; i < graph.variablesLength(); i++) {
            bounds.check(graph.variables(i));
        }
        for (int i = 0; i < graph.nodesLength(); i++) {
            bounds.check(graph.nodes(i));
        }
    }

    private void check(FlatVariable variable) throws IOException {
        hold(
                variable.shapeLength(),
                variable.controlDepsLength(),
                variable.controlDepForOpLength(),
                variable.controlDepsForVarLength());
        FlatArray array = variable.ndarray();
        if (array == null) {
            return;
        }
        hold(array.bufferLength());
        // ND4J's description of a shape: its rank, lengths and strides, and four more.
        int rank = (array.shapeLength() - 4) / 2;
        if (rank < 0 || rank > MAX_DIMENSIONS) {
            throw new IOException("a network with arrays of " + rank + " dimensions");
        }
        long elements = 1;
        for (int i = 1; i <= rank; i++) {
            elements = size(elements, array.shape(i));
        }
    }

    private void check(FlatNode node) throws IOException {
        hold(
                node.propertiesLength(),
                node.inputLength(),
                node.inputPairedLength(),
                node.outputLength(),
                node.extraParamsLength(),
                node.extraIntegerLength(),
                node.extraBoolsLength(),
                node.dimensionsLength(),
                node.outputNamesLength(),
                node.outputTypesLength(),
                node.controlDepsLength(),
                node.varControlDepsLength(),
                node.controlDepForLength(),
                node.extraTypesLength(),
                node.extraStringsLength());
        for (int i = 0; i < node.propertiesLength(); i++) {
            FlatProperties properties = node.properties(i);
            hold(
                    properties.iLength(),
                    properties.lLength(),
                    properties.dLength(),
                    properties.aLength(),
                    properties.bLength(),
                    properties.sLength(),
                    properties.shapeLength());
            long values = 1;
            for (int k = 0; k < properties.shapeLength(); k++) {
                values = size(values, properties.shape(k));
            }
        }
    }

    private long size(long before, long length) throws IOException {
        long elements = before * Math.clamp(length, 1, bytes + 1);
        if (length < 0 || elements > bytes) {
            throw new IOException("a network with arrays larger than its file");
        }
        return elements;
    }

    /** Every part takes at least one byte of the file. */
    private void hold(int... counts) throws IOException {
        for (int count : counts) {
            parts += count;
            if (count < 0 || parts > bytes) {
                throw new IOException("a network of more parts than its file can hold");
            }
        }
    }
}
