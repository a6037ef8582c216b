package org.imageingest.store;

import java.util.concurrent.CompletableFuture;

import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.scheme.AwsV4AuthScheme;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignRequest;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignedRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.IdentityProviders;

/**
 * Signs requests over plain HTTP as the SDK signs those over TLS: their lines and
 * headers, and not the digest of a body, for which all of it is read once more. Checksums
 * still find what was damaged on the way, but not who damaged it on purpose: only for
 * where nobody can come between.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html">Signature
 * Version 4, UNSIGNED-PAYLOAD</a>
 */
final class UnsignedBodies implements AwsV4AuthScheme {

	private final AwsV4AuthScheme standard = AwsV4AuthScheme.create();

	private final AwsV4HttpSigner signer = new AsOverTls(this.standard.signer());

	@Override
	public String schemeId() {
		return this.standard.schemeId();
	}

	@Override
	public IdentityProvider<AwsCredentialsIdentity> identityProvider(IdentityProviders providers) {
		return this.standard.identityProvider(providers);
	}

	@Override
	public AwsV4HttpSigner signer() {
		return this.signer;
	}

	/** The protocol is all that the SDK's signer goes by. */
	private record AsOverTls(AwsV4HttpSigner standard) implements AwsV4HttpSigner {

		@Override
		public SignedRequest sign(SignRequest<? extends AwsCredentialsIdentity> request) {
			SignedRequest signed = this.standard
				.sign(request.toBuilder().request(with("https", request.request())).build());
			return signed.toBuilder().request(with(request.request().protocol(), signed.request())).build();
		}

		@Override
		public CompletableFuture<AsyncSignedRequest> signAsync(
				AsyncSignRequest<? extends AwsCredentialsIdentity> request) {
			return this.standard.signAsync(request);
		}

		private static SdkHttpRequest with(String protocol, SdkHttpRequest request) {
			return request.toBuilder().protocol(protocol).port(request.port()).build();
		}

	}

}
