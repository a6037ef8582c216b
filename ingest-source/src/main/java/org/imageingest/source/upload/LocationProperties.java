package org.imageingest.source.upload;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which wishes of clients about metadata are taken. The app that reads the metadata is to
 * be told the same; it keeps no position that it was not told to keep.
 *
 * @param allowLocationOptIn take uploads that ask to keep where the photo was taken
 */
@ConfigurationProperties("image.metadata")
record LocationProperties(@DefaultValue("false") boolean allowLocationOptIn) {
}
