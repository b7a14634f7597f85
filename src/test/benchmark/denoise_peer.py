#!/usr/bin/env python3
"""The peer of DenoiseBenchmark: skimage's denoise_tv_chambolle, 512 x 512 x 20 float32 voxels, 10 iterations, one thread.

Needs python3-skimage. Prints the median of five runs in ms.
"""
import os
import statistics
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[name] = "1"

import numpy
import skimage
from skimage.restoration import denoise_tv_chambolle

random = numpy.random.default_rng(1)
image = (20 * random.standard_normal((20, 512, 512))).astype(numpy.float32)
image += 50 * (numpy.arange(512) // 64 % 2).astype(numpy.float32)
times = []
for _ in range(6):
    start = time.process_time()
    denoise_tv_chambolle(image, weight=20, eps=0, max_num_iter=10)
    times.append(1000 * (time.process_time() - start))
print("skimage %s denoise_tv_chambolle: %.0f ms" % (skimage.__version__, statistics.median(times[1:])))
