package org.imageingest.engine.planar;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.imageingest.engine.ImageLimits;
import org.imageingest.engine.MetadataPolicy;
import org.imageingest.engine.header.HeaderProbe;
import org.imageingest.engine.header.ImageHeader;
import org.imageingest.engine.metadata.MetadataReader;
import org.imageingest.engine.metadata.PhotoMetadata;
import org.imageingest.engine.planar.PlanarLevels.Level;
import org.imageingest.engine.planar.ZimgFormat.Colour;
import org.imageingest.engine.render.TargetSize;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What each step of the fast way of a JPEG takes. In the package of what it measures,
 * whose steps are nobody else's business.
 */
@NullUnmarked // JMH calls the set-up before everything else
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PlanarStages {

	private static final int WEB = 1920;

	private static final int THUMBNAIL = 300;

	/** The photo. */
	@Param("")
	private String photo = "";

	/** Effort for WebP. */
	@Param("2")
	private int method;

	private Path path = Path.of("");

	private PlanarLibraries libraries;

	private ReusableMemory file;

	private MemorySegment jpeg;

	private JpegPlaneDecoder decoder;

	private PlanarLevels levels;

	private PlanarLevels otherLevels;

	private ZimgConverter converter;

	private WebpPlaneEncoder webp;

	private JpegPlaneEncoder jpegEncoder;

	private ReusableMemory converted;

	private Planes decoded;

	private Planes web;

	private Planes thumbnail;

	private ImageHeader header;

	/**
	 * Decodes the photo and makes its sizes once.
	 * @throws IOException if the photo cannot be read
	 */
	@Setup
	public void prepare() throws IOException {
		this.path = Path.of(this.photo);
		this.libraries = PlanarLibraries.load();
		this.file = new ReusableMemory();
		this.jpeg = NativeFile.read(this.path, this.file);
		this.decoder = new JpegPlaneDecoder(this.libraries.turboJpeg());
		this.levels = new PlanarLevels(this.libraries.zimg());
		this.otherLevels = new PlanarLevels(this.libraries.zimg());
		this.converter = new ZimgConverter(this.libraries.zimg());
		this.webp = new WebpPlaneEncoder(this.libraries.webp(), this.converter);
		this.jpegEncoder = new JpegPlaneEncoder(this.libraries.turboJpeg());
		this.converted = new ReusableMemory();
		this.decoded = this.decoder.decode(this.jpeg, WEB);
		List<Level> made = this.levels.of(this.decoded, Colour.SRGB, sizeOf(this.decoded), 1, List.of(WEB, THUMBNAIL));
		this.web = made.getFirst().planes();
		this.thumbnail = made.getLast().planes();
		this.header = HeaderProbe.probe(this.path, ImageLimits.standard());
	}

	/**
	 * Gives the native memory back.
	 */
	@TearDown
	public void tidyUp() {
		this.jpegEncoder.close();
		this.webp.close();
		this.converter.close();
		this.converted.close();
		this.otherLevels.close();
		this.levels.close();
		this.decoder.close();
		this.file.close();
	}

	@Benchmark
	public ImageHeader probeHeader() throws IOException {
		return HeaderProbe.probe(this.path, ImageLimits.standard());
	}

	@Benchmark
	public PhotoMetadata readMetadata() throws IOException {
		return MetadataReader.read(this.path, this.header, MetadataPolicy.standard());
	}

	@Benchmark
	public Object decode() {
		return this.decoder.decode(this.jpeg, WEB);
	}

	@Benchmark
	public Object resizeToWeb() {
		return this.otherLevels.of(this.decoded, Colour.SRGB, sizeOf(this.decoded), 1, List.of(WEB));
	}

	@Benchmark
	public Object resizeToWebFromDisplayP3() {
		return this.otherLevels.of(this.decoded, Colour.DISPLAY_P3, sizeOf(this.decoded), 1, List.of(WEB));
	}

	@Benchmark
	public Object resizeToWebAndTurn() {
		return this.otherLevels.of(this.decoded, Colour.SRGB, sizeOf(this.decoded), 6, List.of(WEB));
	}

	@Benchmark
	public Object resizeWebToThumbnail() {
		return this.otherLevels.of(this.web, Colour.SRGB, sizeOf(this.web), 1, List.of(THUMBNAIL));
	}

	@Benchmark
	public Object encodeWebJpeg() {
		return this.jpegEncoder.encode(this.web, 90);
	}

	@Benchmark
	public long[] encodeWebWebp() {
		return webp(this.web, 90);
	}

	@Benchmark
	public Object encodeThumbnailJpeg() {
		return this.jpegEncoder.encode(this.thumbnail, 85);
	}

	@Benchmark
	public long[] encodeThumbnailWebp() {
		return webp(this.thumbnail, 85);
	}

	private static TargetSize sizeOf(Planes picture) {
		return new TargetSize(picture.width(), picture.height());
	}

	private long[] webp(Planes picture, int quality) {
		long[] bytes = new long[1];
		this.webp.encode(picture, quality, this.method, (encoded) -> bytes[0] = encoded.byteSize());
		return bytes;
	}

}
