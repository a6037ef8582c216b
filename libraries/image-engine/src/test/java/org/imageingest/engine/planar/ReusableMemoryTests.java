package org.imageingest.engine.planar;

import java.lang.foreign.MemorySegment;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReusableMemoryTests {

	private static final long LARGE = 1 << 20;

	private static final long SMALL = LARGE / 8;

	private static final long MOST = 2 * LARGE;

	private final ReusableMemory memory = new ReusableMemory();

	@AfterEach
	void close() {
		this.memory.close();
	}

	@Test
	void photosOfOneSizeShareIt() {
		long address = this.memory.of(LARGE).address();

		for (int photo = 0; photo < 20; photo++) {
			this.memory.trim(MOST);
			assertThat(this.memory.of(LARGE * 3 / 4).address()).isEqualTo(address);
		}
	}

	@Test
	void severalSmallPhotosInARowMakeItSmaller() {
		MemorySegment large = this.memory.of(LARGE);
		this.memory.trim(MOST);

		for (int photo = 0; photo < 4; photo++) {
			assertThat(large.scope().isAlive()).isTrue();
			this.memory.of(SMALL);
			this.memory.trim(MOST);
		}

		assertThat(large.scope().isAlive()).isFalse();
	}

	@Test
	void largePhotoNowAndThenKeepsIt() {
		MemorySegment large = this.memory.of(LARGE);

		for (int photo = 0; photo < 20; photo++) {
			this.memory.of((photo % 4 == 0) ? LARGE : SMALL);
			this.memory.trim(MOST);
		}

		assertThat(large.scope().isAlive()).isTrue();
	}

	@Test
	void whatNoPhotoUsesAnyMoreIsGivenBack() {
		MemorySegment once = this.memory.of(LARGE);

		for (int photo = 0; photo < 5; photo++) {
			this.memory.trim(MOST);
		}

		assertThat(once.scope().isAlive()).isFalse();
	}

	@Test
	void moreThanMayStayIsGivenBackAtOnce() {
		MemorySegment large = this.memory.of(LARGE);

		this.memory.trim(LARGE - 1);

		assertThat(large.scope().isAlive()).isFalse();
		assertThat(this.memory.of(SMALL).byteSize()).isEqualTo(SMALL);
	}

}
