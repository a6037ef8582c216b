package org.imageingest.endtoend.app;

import java.net.URI;
import java.nio.file.Path;

import org.imageingest.endtoend.broker.Destinations;
import org.imageingest.endtoend.broker.RabbitAddress;

/**
 * What stands around the apps.
 *
 * @param broker where the apps find RabbitMQ
 * @param destinations what they call their exchanges there
 * @param storeEndpoint address of the S3 server
 * @param bucket name of the bucket
 * @param databaseUrl JDBC URL of the job database
 * @param databaseUser its user, who needs no password
 * @param tokenKey public key of the access tokens
 * @param work folder for what they have in hand
 */
public record Surroundings(RabbitAddress broker, Destinations destinations, URI storeEndpoint, String bucket,
		String databaseUrl, String databaseUser, Path tokenKey, Path work) {
}
