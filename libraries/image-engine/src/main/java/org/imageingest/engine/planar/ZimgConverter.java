package org.imageingest.engine.planar;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.util.LinkedHashMap;
import java.util.Map;

import org.imageingest.engine.planar.ZimgFormat.Colour;

/**
 * Resizes planes by Lanczos with three lobes, and converts their colours. Plans are kept:
 * one camera's photos are all of one size. To be used by one thread at a time.
 */
final class ZimgConverter implements AutoCloseable {

	private static final VarHandle FILTER = parameter("resample_filter");

	private static final VarHandle FILTER_LOBES = parameter("filter_param_a");

	private static final VarHandle CHROMA_FILTER = parameter("resample_filter_uv");

	private static final VarHandle CPU = parameter("cpu_type");

	private static final VarHandle APPROXIMATE_GAMMA = parameter("allow_approximate_gamma");

	private static final int LANCZOS = 5;

	private static final double LOBES = 3;

	private static final int BICUBIC = 2;

	/** Every vector unit that the processor has. */
	private static final int ANY_CPU = 2;

	private static final int PLANS_KEPT = 16;

	private static final byte TRUE = 1;

	private final Zimg zimg;

	private final ReusableMemory scratch = new ReusableMemory();

	private final Map<Plan, MemorySegment> plans = new LinkedHashMap<>(PLANS_KEPT, 0.75f, true) {

		@Override
		protected boolean removeEldestEntry(Map.Entry<Plan, MemorySegment> eldest) {
			if (size() <= PLANS_KEPT) {
				return false;
			}
			ZimgConverter.this.zimg.free(eldest.getValue());
			return true;
		}

	};

	ZimgConverter(Zimg zimg) {
		this.zimg = zimg;
	}

	/**
	 * Resizes a picture, plane by plane: so every sampling works, and odd sizes do.
	 * Chroma planes of odd pictures reach beyond them; the region keeps both in register.
	 * @param source the picture
	 * @param target receives it in its own size and sampling
	 */
	void resize(Planes source, Planes target) {
		double horizontal = (double) source.width() / target.width();
		double vertical = (double) source.height() / target.height();
		for (int i = 0; i < source.sampling().planes(); i++) {
			Plane from = source.plane(i);
			Plane to = target.plane(i);
			double columns = to.width() * target.sampling().horizontal(i) * horizontal
					/ source.sampling().horizontal(i);
			double rows = to.height() * target.sampling().vertical(i) * vertical / source.sampling().vertical(i);
			convert(new Plan(new ZimgFormat(from.width(), from.height(), Colour.SINGLE_PLANE, columns, rows),
					ZimgFormat.ofPlane(to.width(), to.height())), new Plane[] { from }, new Plane[] { to });
		}
		if (source.sampling() == ChromaSampling.GREY) {
			target.clearColour();
		}
	}

	/**
	 * Converts the colours of a picture.
	 * @param source a picture, 4:2:0 or red, green and blue
	 * @param from what its samples mean
	 * @param target receives it; a picture of the same size
	 * @param to what its samples are to mean
	 */
	void recolour(Planes source, Colour from, Planes target, Colour to) {
		source.planes().forEach(Plane::padToEven);
		// libzimg takes no odd sizes in 4:2:0.
		int width = source.width() + source.width() % 2;
		int height = source.height() + source.height() % 2;
		convert(new Plan(ZimgFormat.ofPicture(width, height, from), ZimgFormat.ofPicture(width, height, to)),
				source.planes().toArray(Plane[]::new), target.planes().toArray(Plane[]::new));
	}

	private void convert(Plan plan, Plane[] source, Plane[] target) {
		MemorySegment graph = this.plans.computeIfAbsent(plan, this::build);
		try (Arena arena = Arena.ofConfined()) {
			this.zimg.process(graph, Zimg.buffer(arena, source), Zimg.buffer(arena, target),
					this.scratch.of(this.zimg.scratchSize(graph)));
		}
	}

	private MemorySegment build(Plan plan) {
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment parameters = this.zimg.newParameters(arena);
			FILTER.set(parameters, 0L, LANCZOS);
			FILTER_LOBES.set(parameters, 0L, LOBES);
			CHROMA_FILTER.set(parameters, 0L, BICUBIC);
			CPU.set(parameters, 0L, ANY_CPU);
			APPROXIMATE_GAMMA.set(parameters, 0L, TRUE);
			return this.zimg.build(plan.source.in(arena, this.zimg), plan.target.in(arena, this.zimg), parameters);
		}
	}

	private static VarHandle parameter(String name) {
		return Zimg.PARAMETERS.varHandle(PathElement.groupElement(name));
	}

	void trim(long most) {
		this.scratch.trim(most);
	}

	@Override
	public void close() {
		this.plans.values().forEach(this.zimg::free);
		this.plans.clear();
		this.scratch.close();
	}

	/** A conversion that was thought out once. */
	private record Plan(ZimgFormat source, ZimgFormat target) {
	}

}
