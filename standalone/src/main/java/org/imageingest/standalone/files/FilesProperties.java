package org.imageingest.standalone.files;

import java.net.URI;

import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How links to files are made; set by the standalone itself.
 *
 * @param baseUrl where clients reach the service
 * @param signingKey signs the links, hexadecimal
 */
@Validated
@ConfigurationProperties("standalone.files")
record FilesProperties(URI baseUrl, @NotBlank String signingKey) {

	@Override
	public String toString() {
		return "FilesProperties[baseUrl=%s]".formatted(this.baseUrl);
	}

}
