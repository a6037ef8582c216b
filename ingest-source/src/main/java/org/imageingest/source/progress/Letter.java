package org.imageingest.source.progress;

import org.jspecify.annotations.Nullable;

/**
 * What is written to a client in one go.
 *
 * @param contents what waited for it
 * @param first whether nothing was written before
 * @param ping whether it is to be told that all is well
 * @param ending why this is the last; absent if it is not
 */
record Letter(Mailbox.Contents contents, boolean first, boolean ping, @Nullable Ending ending) {
}
