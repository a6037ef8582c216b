package org.imageingest.data;

import java.net.URI;

/**
 * What other commands need to know of a running standalone.
 *
 * @param pid its process
 * @param endpoints where its parts listen
 * @param credentials how to log in to them
 */
public record RuntimeInfo(long pid, Endpoints endpoints, Credentials credentials) {

	/**
	 * Where the parts listen.
	 *
	 * @param http the REST service
	 * @param amqp the broker
	 * @param s3 the object store
	 */
	public record Endpoints(URI http, URI amqp, URI s3) {

	}

	/**
	 * How to log in to the parts.
	 *
	 * @param s3AccessKey access key of the object store
	 * @param s3SecretKey secret key of the object store
	 * @param brokerUser user of the broker
	 * @param brokerPassword password of the broker
	 */
	public record Credentials(String s3AccessKey, String s3SecretKey, String brokerUser, String brokerPassword) {

		@Override
		public String toString() {
			return "Credentials[not shown]";
		}

	}

}
