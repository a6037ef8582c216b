package org.imageingest.bulk.https;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A host lies where nothing may be fetched from.
 */
class PrivateAddressException extends UnknownHostException {

	PrivateAddressException(String host, InetAddress address) {
		super(host + " is " + address.getHostAddress()
				+ ", which is private; bulk.import.allow-private-addresses is not set");
	}

}
