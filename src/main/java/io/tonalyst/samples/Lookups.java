// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.samples;

/** The small text files of the sample folder. */
final class Lookups {
    static final String RESOLUTIONS =
            """
            Call_resolution_ID,Call_resolution
            Resolution1,Call resolved by agent
            Resolution2,Transferred to other agent
            Resolution3,Escalated to Supervisor
            """;

    static final String CALL_TYPES =
            """
            Call_Type_ID,Call_Type
            Type10,Billing & Payments
            Type20,Technical Support
            Type30,Service Changes
            Type40,Products & Services
            Type50,General Inquiries
            """;

    static final String PLANS =
            """
            Plan_ID,Plan_Name,Monthly_Price
            Plan10,Talk 2 GB,15
            Plan20,Talk 5 GB,20
            Plan30,Everyday 10 GB,28
            Plan40,Everyday 20 GB,36
            Plan50,Family 50 GB,59
            Plan60,Unlimited,75
            """;

    static final String README =
            """
            # Samples

            Everything here is made up by `tonalyst samples` from fixed seeds. Nothing is taken from a
            real call centre, a real person or a data set; the same command makes the same bytes.

            ## call_log.csv

            A call log in the columns of the VolaPhone log, with its statistics: talk time mean 849.3 s
            (standard deviation 587), after-call work 246.5 s (179), queue time 15.6 s (9.4), 75.04 % of
            the calls resolved by the agent, 2017-01-01 to 2019-06-30. Agents, calls, outcomes and times
            of day are invented. Durations are gamma distributed. **The column `Emotion` is drawn at random** (weights
            anger 177, sadness 30, happiness 38, fear 30, neutral 312), as it was in the original: it
            measures nothing.

            Worth looking at:

            - agent 32400, January 2017: from the 16th to the 22nd calls are far longer, fewer are resolved,
              and their recordings sound angry;
            - agent 26210 in 2017: a beginner whose calls get shorter from month to month;
            - agent 14270 in spring 2018: resolves less and less, and recovers in summer.

            `tonalyst samples --out DIR --rows 1343252` makes a log of the full size.
            `Call_Resolution_Type.csv`, `Call_Type.csv` and `Wireless_Plans.csv` name its codes.

            ## recordings/

            Recordings of 23 calls of this log, named by agent and start, so that they find their calls:

                tonalyst join --log samples/call_log.csv --recordings samples/recordings
                tonalyst kpi --log samples/call_log.csv --recordings samples/recordings \\
                    --agent 32400 --month 2017-01 --measure angry-measured

            Each is the beginning of its call, 8 to 14 s, the longer the longer the call was: of agent 32400
            from 9 to 29 January 2017 the first call of each day, in the bad week the two longest; and four
            calls of agent 26210. Made as those in `calls/`, below: synthetic, and not speech.

            ## calls/

            **These are synthetic and not speech.** A small synthesiser babbles syllables with the rhythm and
            the melody of speech but without words; its pitch, range, rate, level and brightness change over
            the call, so that every pane has something to show. No emotion was acted or felt: what the model
            says about these files is no evidence of how well it works. Left channel agent, right channel
            customer.

            | file | encoding | the customer |
            |---|---|---|
            | `rising_16k.wav` | 16 kHz, 16-bit PCM, 22 s | starts calm, becomes agitated |
            | `calming_8k_mulaw.wav` | 8 kHz, mu-law, 32 s | starts agitated, calms down |
            | `subdued_8k_mulaw.wav` | 8 kHz, mu-law, 24 s | stays low, slow and flat |
            """;

    private Lookups() {}
}
