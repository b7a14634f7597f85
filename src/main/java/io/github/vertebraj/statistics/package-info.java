/**
 * Statistics of a spine imaging paper: {@code double[]} in, immutable result out; knows nothing else of ours. Tests of
 * means are in {@code mean}, of ranks in {@code rank}, of counts in {@code count}; diagnostic accuracy in
 * {@code diagnostic}, readers' agreement in {@code agreement}, logistic regression in {@code regression}, summaries of a
 * sample in {@code descriptive}; {@code comparison} chooses a test. What they share is here.
 * <p>
 * Missing values are the caller's business: a NaN or an infinity in a sample is an {@link IllegalArgumentException} that
 * names the sample and the place. A number that does not exist for the data is NaN in a result, and a note says why.
 */
package io.github.vertebraj.statistics;
