package org.imageingest.bulk.https;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Looks up a host and leaves out what is not on the public internet. Connections go to
 * the very addresses returned here, so that a name server that answers differently the
 * next time gains nothing.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA IPv4
 * Special-Purpose Address Registry</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">IANA IPv6
 * Special-Purpose Address Registry</a>
 */
final class CheckedAddresses implements DnsResolver {

	private static final int UNSIGNED = 0xff;

	private final boolean allowPrivate;

	CheckedAddresses(boolean allowPrivate) {
		this.allowPrivate = allowPrivate;
	}

	@Override
	public InetAddress[] resolve(String host) throws UnknownHostException {
		InetAddress[] all = SystemDefaultDnsResolver.INSTANCE.resolve(host);
		InetAddress[] checked = Arrays.stream(all)
			.filter((address) -> this.allowPrivate || isPublic(address))
			.toArray(InetAddress[]::new);
		if (checked.length == 0) {
			throw new PrivateAddressException(host, all[0]);
		}
		return checked;
	}

	@Override
	public String resolveCanonicalHostname(String host) throws UnknownHostException {
		return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
	}

	static boolean isPublic(InetAddress address) {
		if (address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress()
				|| address.isSiteLocalAddress() || address.isMulticastAddress()) {
			return false;
		}
		int[] bytes = new int[address.getAddress().length];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = address.getAddress()[i] & UNSIGNED;
		}
		return (address instanceof Inet4Address) ? isPublic4(bytes) : isPublic6(bytes);
	}

	private static boolean isPublic4(int[] bytes) {
		return switch (bytes[0]) {
			case 0 -> false;
			// Between carriers and their customers: 100.64.0.0/10
			case 100 -> bytes[1] < 64 || bytes[1] > 127;
			// Protocol assignments, examples and 6to4 relays
			case 192 -> !(bytes[1] == 0 && (bytes[2] == 0 || bytes[2] == 2)) && !(bytes[1] == 88 && bytes[2] == 99);
			// Benchmarks and examples
			case 198 -> bytes[1] != 18 && bytes[1] != 19 && !(bytes[1] == 51 && bytes[2] == 100);
			case 203 -> !(bytes[1] == 0 && bytes[2] == 113);
			default -> bytes[0] < 240;
		};
	}

	/** Global unicast only, without the ranges that hide an IPv4 address. */
	private static boolean isPublic6(int[] bytes) {
		boolean global = (bytes[0] & 0xe0) == 0x20;
		boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
		// 2001::/23 has Teredo among its protocols; 2001:db8::/32 is for examples.
		boolean protocol = bytes[0] == 0x20 && bytes[1] == 0x01
				&& (bytes[2] < 2 || (bytes[2] == 0x0d && bytes[3] == 0xb8));
		return global && !sixToFour && !protocol;
	}

}
