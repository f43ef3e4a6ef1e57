// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * A batch on Spark: the recordings are dealt out in small shares, each process analyses those of
 * its shares that have no result in the common folder, and at the end the results become tables.
 */
final class SparkBatch {
    private final SparkSession spark;
    private final BatchSettings settings;
    private final int share;

    /**
     * @param share recordings dealt out at a time, at least 1
     */
    SparkBatch(SparkSession spark, BatchSettings settings, int share) {
        this.spark = spark;
        this.settings = settings;
        this.share = share;
    }

    /**
     * Analyses recordings.
     *
     * @throws IOException with one sentence if results cannot be kept
     */
    Tally analyse(List<Path> recordings) throws IOException {
        try {
            return deal(recordings, share)
                    .mapPartitions(new AnalyseShare(settings))
                    .reduce(Tally::plus);
        } catch (Exception e) {
            throw sentence(e);
        }
    }

    /**
     * Writes the results as two tables, {@code recordings} and {@code segments}, in place of those
     * that are there.
     *
     * @param format {@code parquet} or {@code csv}
     */
    void write(List<Path> recordings, Path folder, String format) throws IOException {
        for (boolean segments : new boolean[] {false, true}) {
            var rows = new ResultRows(settings, segments);
            JavaRDD<Row> found = deal(recordings, 1000).mapPartitions(rows);
            Dataset<Row> table = spark.createDataFrame(found, rows.schema());
            Dataset<Row> sorted =
                    segments ? table.orderBy("file", "channel", "start_s") : table.orderBy("file");
            String name = (segments ? "segments." : "recordings.") + format;
            try {
                sorted.coalesce(1)
                        .write()
                        .mode(SaveMode.Overwrite)
                        .option("header", "true")
                        .format(format)
                        .save(folder.resolve(name).toUri().toString());
            } catch (Exception e) {
                throw sentence(e);
            }
        }
    }

    private JavaRDD<String> deal(List<Path> recordings, int each) {
        int shares = Math.max(1, Math.ceilDiv(recordings.size(), each));
        return JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(recordings.stream().map(Path::toString).toList(), shares);
    }

    /** What went wrong at the bottom, where a sentence stands; Spark wraps it many times. */
    private static IOException sentence(Exception failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String words =
                cause instanceof SparkException
                        ? "Spark gave the batch up: "
                                + String.valueOf(cause.getMessage()).lines().findFirst().orElse("")
                        : String.valueOf(cause.getMessage());
        return new IOException(words, failure);
    }
}
