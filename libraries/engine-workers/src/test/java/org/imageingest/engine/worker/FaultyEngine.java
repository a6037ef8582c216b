package org.imageingest.engine.worker;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import org.imageingest.engine.EngineDescription;
import org.imageingest.engine.EngineRequest;
import org.imageingest.engine.EngineResult;
import org.imageingest.engine.ImageEngine;
import org.imageingest.engine.RenderedVariant;
import org.imageingest.model.recipe.Variant;

/**
 * An engine whose photos choose their fault by their file name. Each writes down which
 * process had it.
 */
final class FaultyEngine implements ImageEngine {

	private final ImageEngine engine;

	FaultyEngine(ImageEngine engine) {
		this.engine = engine;
	}

	/** Where a photo's process is written down. */
	static Path pids(Path photo) {
		return photo.resolveSibling(photo.getFileName() + ".pids");
	}

	@Override
	public EngineDescription description() {
		return this.engine.description();
	}

	@Override
	public EngineResult process(EngineRequest request) throws IOException {
		Path photo = request.source();
		boolean first = !Files.exists(pids(photo));
		Files.writeString(pids(photo), ProcessHandle.current().pid() + " " + request.threads() + "\n",
				StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		String fault = photo.getFileName().toString();
		try {
			return switch (fault) {
				case "variants-outside" -> outside(request, this.engine.process(request));
				case "variants-missing" -> missing(request, this.engine.process(request));
				case "a-link" -> link(request, this.engine.process(request));
				case "hang-once" -> first ? faulty("hang", request) : this.engine.process(request);
				default -> faulty(fault, request);
			};
		}
		catch (IOException | RuntimeException | Error ex) {
			throw ex;
		}
		catch (Throwable ex) {
			throw new IllegalStateException(ex);
		}
	}

	private EngineResult faulty(String fault, EngineRequest request) throws Throwable {
		// Something for the pool to clean up.
		Path half = request.outputDirectory().resolve("half-a-variant");
		if (!fault.startsWith("photo") && !fault.equals("picture.jpg")) {
			Files.writeString(half, "half");
		}
		switch (fault) {
			case "segfault" -> NativeFaults.writeToNowhere();
			case "abort" -> NativeFaults.abort();
			case "hang" -> NativeFaults.hang();
			case "fill-memory" -> NativeFaults.fillMemory();
			case "fill-heap" -> fillHeap();
			case "recursion" -> recurse(0);
			case "exit" -> System.exit(0);
			case "garbage" -> {
				try (FileOutputStream output = new FileOutputStream(FileDescriptor.out)) {
					output.write("libfoo: warning: this is no frame\n".getBytes());
				}
			}
			case "exception" -> throw new IllegalStateException("An unforeseen layout");
			case "disk-full" -> throw new IOException("No space left on device");
			default -> {
				System.out.println("printed by a library");
				return this.engine.process(request);
			}
		}
		return this.engine.process(request);
	}

	private static EngineResult outside(EngineRequest request, EngineResult result) throws IOException {
		List<RenderedVariant> variants = new ArrayList<>();
		for (RenderedVariant variant : result.variants()) {
			Path moved = Files.move(variant.file(),
					request.source().resolveSibling("outside-" + variant.file().getFileName()),
					StandardCopyOption.REPLACE_EXISTING);
			variants.add(new RenderedVariant(variant.variant(), moved, variant.width(), variant.height()));
		}
		return with(result, variants);
	}

	private static EngineResult missing(EngineRequest request, EngineResult result) {
		Variant other = new Variant("other", request.recipe().variants().getFirst().format(), 5, 5, 5);
		return with(result, List.of(new RenderedVariant(other, request.source(), 1, 1)));
	}

	private static EngineResult link(EngineRequest request, EngineResult result) throws IOException {
		Path file = result.variants().getFirst().file();
		Files.delete(file);
		Files.createSymbolicLink(file, request.source());
		return result;
	}

	private static EngineResult with(EngineResult result, List<RenderedVariant> variants) {
		return new EngineResult(result.engine(), result.format(), result.metadata(), result.removed(), variants,
				result.warnings(), result.placeholder(), result.strippedOriginal());
	}

	private static void fillHeap() {
		List<byte[]> held = new ArrayList<>();
		while (held.size() < Integer.MAX_VALUE) {
			held.add(new byte[1 << 20]);
		}
	}

	private static int recurse(int depth) {
		return recurse(depth + 1) + depth;
	}

}
