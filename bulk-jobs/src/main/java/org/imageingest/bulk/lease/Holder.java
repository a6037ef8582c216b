package org.imageingest.bulk.lease;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who holds a lease, in words that an operator finds the process by.
 *
 * @param pid its number on its machine
 * @param host name of the machine
 * @param mark tells apart what happens to have the same numbers
 */
record Holder(long pid, String host, String mark) {

	private static final Pattern TEXT = Pattern.compile("process (\\d+) on (.*) \\(\\w+\\)");

	private static final int MARK_LENGTH = 8;

	private static final int HOST_LENGTH = 150;

	static Holder ofThisProcess() {
		return new Holder(ProcessHandle.current().pid(), hostName(),
				UUID.randomUUID().toString().substring(0, MARK_LENGTH));
	}

	/**
	 * Tells whether a holder was a process of this machine that runs no more.
	 * @param holder a holder as text
	 * @return false where that cannot be known
	 */
	static boolean isDead(String holder) {
		Matcher matcher = TEXT.matcher(holder);
		return matcher.matches() && matcher.group(2).equals(hostName())
				&& ProcessHandle.of(Long.parseLong(matcher.group(1))).isEmpty();
	}

	private static String hostName() {
		try {
			String name = InetAddress.getLocalHost().getHostName();
			return name.substring(0, Math.min(name.length(), HOST_LENGTH));
		}
		catch (UnknownHostException ex) {
			return "this machine";
		}
	}

	@Override
	public String toString() {
		return "process " + this.pid + " on " + this.host + " (" + this.mark + ")";
	}

}
