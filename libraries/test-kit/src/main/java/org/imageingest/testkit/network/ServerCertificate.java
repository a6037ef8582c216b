package org.imageingest.testkit.network;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A certificate for 127.0.0.1 and localhost that signs itself, made by the JDK's own
 * tool.
 *
 * @param keyStore PKCS#12 file with key and certificate
 * @param password its password
 */
public record ServerCertificate(Path keyStore, String password) {

	/**
	 * Makes a certificate.
	 * @param directory folder that has none yet
	 * @return the certificate, good for a day
	 * @throws IOException if the tool cannot be started
	 * @throws InterruptedException if the thread is interrupted
	 */
	public static ServerCertificate in(Path directory) throws IOException, InterruptedException {
		ServerCertificate certificate = new ServerCertificate(directory.resolve("server.p12"), "changeit");
		Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=store", "-ext",
				"san=ip:127.0.0.1,dns:localhost", "-validity", "1", "-storetype", "PKCS12", "-keystore",
				certificate.keyStore().toString(), "-storepass", certificate.password())
			.inheritIO()
			.start();
		assertThat(keytool.waitFor()).isZero();
		return certificate;
	}

	/**
	 * Returns the settings of an SSL bundle that trusts this certificate.
	 * @param bundle name of the bundle
	 * @return properties as {@code name=value}
	 */
	public String[] trustedAs(String bundle) {
		String trust = "spring.ssl.bundle.jks." + bundle + ".truststore.";
		return List
			.of(trust + "location=" + this.keyStore.toUri(), trust + "password=" + this.password, trust + "type=PKCS12")
			.toArray(String[]::new);
	}

}
