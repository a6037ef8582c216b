package org.imageingest.bulk;

import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How images are named.
 *
 * @param identityKey secret of at least 64 hexadecimal digits that image names are
 * derived from; the same as that of ingest-source
 */
@Validated
@ConfigurationProperties("ingest")
public record IdentityProperties(@NotBlank String identityKey) {

	/** Names nothing: settings end up in logs. */
	@Override
	public String toString() {
		return "IdentityProperties[not shown]";
	}

}
