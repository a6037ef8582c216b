package org.imageingest.standalone.app;

import java.net.URI;

import org.imageingest.data.DataDirectory;
import org.imageingest.data.store.EmbeddedObjectStore;

/**
 * What the apps are told about what they run on.
 *
 * @param data the data folder
 * @param http where clients reach the REST service
 * @param brokerPort port of the broker on 127.0.0.1
 * @param store the object store
 * @param bucket the bucket
 */
public record AppSettings(DataDirectory data, URI http, int brokerPort, EmbeddedObjectStore store, String bucket) {

}
