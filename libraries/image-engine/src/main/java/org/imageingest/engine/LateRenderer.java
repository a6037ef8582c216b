package org.imageingest.engine;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.imageingest.engine.foreign.LibraryMissingException;
import org.imageingest.engine.format.ImageFormat;
import org.imageingest.engine.render.PictureRenderer;
import org.imageingest.engine.render.RenderTask;
import org.imageingest.engine.render.SourcePicture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A renderer that is loaded and tried when it is first asked anything: its library may
 * take tens of megabytes, and most photos need one renderer only. One that does not work
 * here takes no format.
 */
final class LateRenderer implements PictureRenderer {

	private static final Logger logger = LoggerFactory.getLogger(LateRenderer.class);

	private final Supplier<PictureRenderer> supplier;

	private final String hint;

	private final boolean optional;

	private @Nullable PictureRenderer loaded;

	private @Nullable String missing;

	private LateRenderer(Supplier<PictureRenderer> supplier, String hint, boolean optional) {
		this.supplier = supplier;
		this.hint = hint;
		this.optional = optional;
	}

	/**
	 * Returns a renderer that others can stand in for.
	 * @param supplier loads it
	 * @param hint how to get what it needs
	 * @return not loaded yet
	 */
	static LateRenderer optional(Supplier<PictureRenderer> supplier, String hint) {
		return new LateRenderer(supplier, hint, true);
	}

	/**
	 * Returns a renderer that was asked for by name, or that is always there. Where it
	 * does not work, every call throws {@link IllegalStateException}.
	 * @param supplier loads it
	 * @param hint how to get what it needs
	 * @return not loaded yet
	 */
	static LateRenderer required(Supplier<PictureRenderer> supplier, String hint) {
		return new LateRenderer(supplier, hint, false);
	}

	/**
	 * Returns the renderer behind this one.
	 * @return nothing if it does not work here
	 */
	synchronized Optional<PictureRenderer> load() {
		if (this.loaded == null && this.missing == null) {
			try {
				this.loaded = RendererTrial.pass(this.supplier.get());
			}
			catch (LibraryMissingException | IllegalStateException ex) {
				String reason = ex.getMessage() + ". " + this.hint;
				if (!this.optional) {
					throw new IllegalStateException(reason, ex);
				}
				logger.debug("Not on this machine: {}", this.hint, ex);
				this.missing = reason;
			}
		}
		return Optional.ofNullable(this.loaded);
	}

	/**
	 * Tells why it does not work here, and how to mend that.
	 * @return nothing if it works
	 */
	synchronized Optional<String> missing() {
		load();
		return Optional.ofNullable(this.missing);
	}

	@Override
	public String name() {
		return present().name();
	}

	@Override
	public List<String> libraries() {
		return load().map(PictureRenderer::libraries).orElse(List.of());
	}

	@Override
	public Set<ImageFormat> formats() {
		return load().map(PictureRenderer::formats).orElse(Set.of());
	}

	@Override
	public List<RenderedVariant> render(SourcePicture picture, RenderTask task) throws IOException {
		return present().render(picture, task);
	}

	private PictureRenderer present() {
		return load().orElseThrow(() -> new IllegalStateException(this.missing));
	}

}
