package org.imageingest.source.progress;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import org.imageingest.testkit.store.S3TestServer;
import org.imageingest.testkit.token.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

/**
 * What many clients cost, and what bad ones do to the others.
 */
class ManyStreamsIntegrationTests {

	private static final int STREAMS = 1000;

	private static final int STREAMS_PER_OWNER = 20;

	private static final Duration IDLE = Duration.ofSeconds(Long.getLong("progress.idle-seconds", 10));

	@TempDir
	Path folder;

	private S3TestServer s3;

	private TestTokens tokens;

	private SourceInstance instance;

	@BeforeEach
	void start() throws Exception {
		this.s3 = S3TestServer.start();
		this.tokens = new TestTokens();
	}

	private void run(String... properties) throws Exception {
		this.instance = SourceInstance.start(UUID.randomUUID().toString(), this.s3, this.s3.newBucket(), this.folder,
				this.tokens.writePublicKey(this.folder), properties);
	}

	@AfterEach
	void stop() throws Exception {
		this.instance.close();
		this.s3.close();
	}

	@Test
	void aThousandClientsAreToldOfTheirJobsAndCostLittleWhileNothingHappens(TestReporter figures) throws Exception {
		run("ingest.progress.interval=500ms");
		assumeThat(openFiles()).as("descriptors that this process may open").isGreaterThan(4L * STREAMS);
		connect(STREAMS_PER_OWNER, "warm-up").close();
		long heapBefore = usedHeap();
		List<Owner> owners = new ArrayList<>();
		try {
			for (int i = 0; i < STREAMS / STREAMS_PER_OWNER; i++) {
				owners.add(connect(STREAMS_PER_OWNER, "owner" + i));
			}
			await().atMost(Duration.ofMinutes(1)).until(() -> this.instance.openStreams() == STREAMS);
			for (Owner owner : owners) {
				this.instance.add("job_of" + owner.name(), owner.name());
			}
			long begun = System.nanoTime();
			for (Owner owner : owners) {
				owner.awaitAll("job_of" + owner.name() + "\"");
			}
			figures.publishEntry("milliseconds until all were told",
					String.valueOf((System.nanoTime() - begun) / 1_000_000));
			for (Owner owner : owners) {
				assertThat(owner.read()).doesNotContain("resync", "expired")
					.as("jobs of others")
					.doesNotContainPattern("job_of(?!" + owner.name() + "\")");
			}

			long heapPerStream = (usedHeap() - heapBefore) / STREAMS;
			double cpu = cpuWhileIdle();
			figures.publishEntry("bytes of heap for each stream", String.valueOf(heapPerStream));
			figures.publishEntry("share of a processor while idle", String.valueOf(cpu));
			assertThat(heapPerStream).isLessThan(200_000);
			assertThat(cpu).isLessThan(0.3);
		}
		finally {
			for (Owner owner : owners) {
				owner.close();
			}
		}
	}

	@Test
	void aClientThatDoesNotReadHoldsUpNobodyAndIsClosed() throws Exception {
		run("ingest.progress.ping=200ms", "ingest.progress.patience=1s", "server.tomcat.connection-timeout=1s");
		for (int i = 0; i < 700; i++) {
			this.instance.add("job_" + i, "slow");
		}
		List<Socket> slow = new ArrayList<>();
		try (EventStream other = EventStream.open(this.instance.base().resolve("/api/v1/ingest/jobs"),
				this.tokens.of("quick", "ingest:read"))) {
			for (int i = 0; i < 3; i++) {
				slow.add(connectAndNotRead());
			}
			await().until(() -> this.instance.openStreams() == 4);
			this.instance.add("job_quick", "quick");
			await().atMost(Duration.ofSeconds(10)).until(() -> !other.events().isEmpty());
			await().atMost(Duration.ofMinutes(1)).until(() -> {
				this.instance.jdbc().sql("update job set change_number = 0 where owner = 'slow'").update();
				return this.instance.openStreams() == 1;
			});
			assertThat(other.hasEnded()).isFalse();
		}
		finally {
			for (Socket socket : slow) {
				socket.close();
			}
		}
	}

	@Test
	void aStopDoesNotWaitForStreams() throws Exception {
		run();
		List<EventStream> streams = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			streams.add(EventStream.open(this.instance.base().resolve("/api/v1/ingest/jobs"),
					this.tokens.of("anna", "ingest:read")));
		}
		await().until(() -> this.instance.openStreams() == 5);
		long begun = System.nanoTime();
		this.instance.close();
		assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
		for (EventStream stream : streams) {
			await().until(stream::hasEnded);
			stream.close();
		}
	}

	private Owner connect(int count, String name) throws IOException {
		List<SocketChannel> clients = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			SocketChannel client = SocketChannel
				.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.instance.port()));
			client.write(ByteBuffer.wrap(request(name)));
			client.configureBlocking(false);
			clients.add(client);
		}
		return new Owner(name, clients);
	}

	private Socket connectAndNotRead() throws IOException {
		Socket socket = new Socket();
		socket.setReceiveBufferSize(2048);
		socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.instance.port()));
		OutputStream out = socket.getOutputStream();
		out.write(request("slow"));
		out.flush();
		InputStream in = socket.getInputStream();
		assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200");
		return socket;
	}

	private byte[] request(String owner) {
		return """
				GET /api/v1/ingest/jobs HTTP/1.1\r
				Host: localhost\r
				Accept: text/event-stream\r
				Authorization: Bearer %s\r
				\r
				""".formatted(this.tokens.of(owner, "ingest:read")).getBytes(StandardCharsets.US_ASCII);
	}

	private static long openFiles() {
		return (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix)
				? unix.getMaxFileDescriptorCount() : Long.MAX_VALUE;
	}

	private static long usedHeap() {
		System.gc();
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

	/** Share of one processor that the whole process takes, this test included. */
	private static double cpuWhileIdle() {
		OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
		long cpu = system.getProcessCpuTime();
		long begun = System.nanoTime();
		await().pollInterval(Duration.ofMillis(500))
			.atMost(IDLE.multipliedBy(3))
			.until(() -> System.nanoTime() - begun > IDLE.toNanos());
		return (double) (system.getProcessCpuTime() - cpu) / (System.nanoTime() - begun);
	}

	/**
	 * Clients of one owner that read when they are asked to.
	 */
	private record Owner(String name, List<SocketChannel> clients, List<StringBuilder> texts) implements AutoCloseable {

		Owner(String name, List<SocketChannel> clients) {
			this(name, clients, clients.stream().map((client) -> new StringBuilder()).toList());
		}

		void awaitAll(String text) {
			await().pollDelay(Duration.ZERO)
				.pollInterval(Duration.ofMillis(10))
				.atMost(Duration.ofSeconds(30))
				.until(() -> {
					readAll();
					return this.texts.stream().allMatch((told) -> told.indexOf(text) >= 0);
				});
		}

		String read() throws IOException {
			readAll();
			return String.join("", this.texts);
		}

		private void readAll() throws IOException {
			ByteBuffer buffer = ByteBuffer.allocate(8192);
			for (int i = 0; i < this.clients.size(); i++) {
				while (this.clients.get(i).read(buffer.clear()) > 0) {
					this.texts.get(i).append(StandardCharsets.UTF_8.decode(buffer.flip()));
				}
			}
		}

		@Override
		public void close() throws IOException {
			for (SocketChannel client : this.clients) {
				client.close();
			}
		}

	}

}
