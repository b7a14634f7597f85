#!/usr/bin/python3
"""Times VertebraJ and what its users use today side by side, and prints the ratios as a Markdown table.

    /usr/bin/python3 src/test/benchmark/compare.py [rounds]

from the project's folder. Needs Debian's python3-numpy, python3-scipy, python3-pydicom, mrtrix3 and xvfb (ImageJ's ROI
Manager wants a display), a JDK and Maven. Everything runs on one processor and in one thread, ours and theirs in turn;
times are processor time, so that other work on the machine counts less, and medians. The first rounds, in which the JVM
compiles, do not count.
"""
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[threads] = "1"

import numpy as np
import pydicom
import scipy
from pydicom.dataset import FileDataset, FileMetaDataset
from scipy.optimize import curve_fit

ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 15
WARM_UP = 15
WARM_UP_SHORT = 60
B = np.array([0, 100, 200, 400, 500, 600, 800, 1000], np.float32)
SLICES = 40
FILES = 400
CURVES = 300
WEIGHTS = (-1000 * (B - B.mean()) / ((B - B.mean()) ** 2).sum()).astype(np.float32)


def make_data(folder):
    """Noisy decays as 16-bit integers, slices with 200 discs, and 400 DICOM files."""
    random = np.random.default_rng(1)
    shape = (40, 256, 256)
    s0 = random.uniform(200, 2000, shape)
    adc = random.uniform(0.3e-3, 2e-3, shape)
    dwi = np.stack([np.maximum(1, np.rint(s0 * np.exp(-b * adc) + random.normal(0, 10, shape))) for b in B])
    dwi = dwi.astype(np.uint16)
    dwi.tofile(folder / "dwi.u16")
    (folder / "b.txt").write_text("\n".join(str(b) for b in B))
    slices = 1000 + np.arange(512) + random.normal(0, 60, (SLICES, 512, 512))
    slices.astype(np.uint16).tofile(folder / "slices.u16")
    discs = random.integers(2, 512 - 37, (200, 2))
    (folder / "discs.txt").write_text("\n".join(f"{x} {y} 35" for x, y in discs))
    for type_, name in ((np.uint16, "dwi16"), (np.float32, "dwi32")):
        write_mif(folder / (name + ".mif"), dwi.astype(type_))
    (folder / "dicom").mkdir()
    plane = random.integers(0, 2000, (512, 512)).astype(np.uint16)
    for i in range(FILES):
        write_dicom(folder / "dicom" / f"{i:04}.dcm", i, np.roll(plane, i))
    return dwi


def write_mif(path, dwi):
    """MRtrix's own format, with the b-values as gradient table."""
    kind = "UInt16LE" if dwi.dtype == np.uint16 else "Float32LE"
    header = f"mrtrix image\ndim: 256,256,40,{len(B)}\nvox: 1,1.5,4,1\nlayout: +0,+1,+2,+3\ndatatype: {kind}\n"
    header += "".join(f"dw_scheme: 1,0,0,{b}\n" for b in B)
    offset = (len(header) + 100) // 4 * 4
    header += f"file: . {offset}\nEND\n"
    path.write_bytes(header.encode().ljust(offset, b"\0") + dwi.tobytes())


def write_dicom(path, number, pixels):
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = "1.2.840.10008.5.1.4.1.1.4"
    meta.MediaStorageSOPInstanceUID = f"1.2.826.0.1.3680043.10.999.1.{number + 1}"
    meta.TransferSyntaxUID = pydicom.uid.ExplicitVRLittleEndian
    data = FileDataset(str(path), {}, file_meta=meta, preamble=b"\0" * 128)
    data.is_little_endian, data.is_implicit_VR = True, False
    data.SOPClassUID, data.SOPInstanceUID = meta.MediaStorageSOPClassUID, meta.MediaStorageSOPInstanceUID
    data.StudyInstanceUID, data.SeriesInstanceUID = "1.2.826.0.1.3680043.10.999.2", "1.2.826.0.1.3680043.10.999.3"
    data.FrameOfReferenceUID = "1.2.826.0.1.3680043.10.999.4"
    data.Modality, data.SeriesNumber, data.InstanceNumber = "MR", 7, number + 1
    data.SeriesDescription, data.ImageType = "t1_tse_sag", ["ORIGINAL", "PRIMARY", "M"]
    data.ImagePositionPatient, data.ImageOrientationPatient = [0, 0, 2.5 * number], [1, 0, 0, 0, 1, 0]
    data.PixelSpacing, data.SliceThickness = [0.7, 0.7], 2
    data.EchoTime, data.RepetitionTime, data.MagneticFieldStrength = 12, 600, 1.5
    data.Rows, data.Columns, data.SamplesPerPixel, data.PhotometricInterpretation = 512, 512, 1, "MONOCHROME2"
    data.BitsAllocated, data.BitsStored, data.HighBit, data.PixelRepresentation = 16, 12, 11, 0
    data.PixelData = pixels.tobytes()
    data.save_as(str(path), write_like_original=False)


def own_time(work):
    def measured():
        start = time.thread_time()
        work()
        return 1000 * (time.thread_time() - start)
    return measured


def process_time(*command):
    def measured():
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return 1000 * (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
    return measured


def numpy_whole(dwi):
    return np.tensordot(WEIGHTS, np.log(dwi.astype(np.float32, copy=False)), 1)


def numpy_frames(dwi):
    adc = np.zeros(dwi.shape[1:], np.float32)
    for weight, frame in zip(WEIGHTS, dwi):
        adc += weight * np.log(frame, dtype=np.float32)
    return adc


def numpy_slices(dwi):
    """As fast as numpy gets: what it works on stays in the cache."""
    adc = np.zeros(dwi.shape[1:], np.float32)
    log = np.empty(dwi.shape[2:], np.float32)
    for z in range(dwi.shape[1]):
        for weight, frame in zip(WEIGHTS, dwi):
            np.log(frame[z], out=log, dtype=np.float32, casting="unsafe")
            np.multiply(log, weight, out=log)
            adc[z] += log
    return adc


def scipy_curves(dwi):
    b = B.astype(float)
    signals = dwi.reshape(len(B), -1)[:, ::dwi[0].size // CURVES][:, :CURVES].astype(float).T
    for signal in signals:
        curve_fit(lambda x, s0, adc: s0 * np.exp(-x * adc), b, signal, p0=(signal[0], 1e-3))


def pydicom_load(folder):
    files = [pydicom.dcmread(path) for path in folder.iterdir()]
    files.sort(key=lambda data: data.ImagePositionPatient[2])
    return np.stack([data.pixel_array for data in files])


def pydicom_headers(folder):
    files = [pydicom.dcmread(path, stop_before_pixels=True) for path in folder.iterdir()]
    return sorted(files, key=lambda data: data.ImagePositionPatient[2])


def build():
    """Compiles, and returns the class path."""
    classpath = Path("target/benchmark.classpath")
    subprocess.run(["mvn", "-q", "-B", "test-compile", "dependency:build-classpath", f"-Dmdep.outputFile={classpath}",
                    "-Dmdep.includeScope=test"], check=True)
    return os.pathsep.join(["target/classes", "target/test-classes", classpath.read_text().strip()])


class Java:
    """Runs workloads of PeerRounds in one JVM."""

    def __init__(self, classpath, *folder):
        self.process = subprocess.Popen(["xvfb-run", "-a", "java", "-Xmx3g", "-cp", classpath,
                                         "io.github.vertebraj.benchmark.PeerRounds", *map(str, folder)],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout.readline() == "ready\n"

    def __call__(self, workload):
        def measured():
            self.process.stdin.write(workload + "\n")
            self.process.stdin.flush()
            return float(self.process.stdout.readline())
        measured.compiles = True
        return measured

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def medians(rounds, warm_up, **contestants):
    """The median time of each, run in turn, after those that run in a JVM have been compiled."""
    for _ in range(warm_up):
        for run in contestants.values():
            if hasattr(run, "compiles"):
                run()
    times = {name: [] for name in contestants}
    for _ in range(rounds):
        for name, run in contestants.items():
            times[name].append(run())
    return {name: statistics.median(values) for name, values in times.items()}


def row(what, ours, peer, peers, ratio_goal):
    ratio = ours / peers
    places = max(2, -int(np.floor(np.log10(ratio))) + 1)
    print(f"| {what} | {ours:.1f} | {peer} | {peers:.4g} | {ratio:.{places}f} | {ratio_goal} |", flush=True)


def adc_rows(java, folder, dwi):
    for kind, data, file, goal in (("16-bit", dwi, "dwi16.mif", 0.5), ("float", dwi.astype(np.float32), "dwi32.mif", 0.7)):
        t = medians(ROUNDS, WARM_UP_SHORT, ours=java(f"adc {kind} log-linear"),
                    whole=own_time(lambda: numpy_whole(data)), frames=own_time(lambda: numpy_frames(data)),
                    slices=own_time(lambda: numpy_slices(data)),
                    dwi2adc=process_time("dwi2adc", "-quiet", "-force", "-nthreads", "0", folder / file, folder / "adc.mif"),
                    mrconvert=process_time("mrconvert", "-quiet", "-force", "-nthreads", "0", folder / file, "-coord", "3",
                                           "0:1", folder / "adc.mif"))
        what = f"ADC log-linear, 256×256×40, 8 b, {kind}"
        best = min(t["whole"], t["frames"], t["slices"])
        row(what, t["ours"], "numpy float32, the whole volume at once", t["whole"], f"{goal}")
        row(what, t["ours"], "numpy float32, frame by frame", t["frames"], f"{goal}")
        row(what, t["ours"], "numpy float32, slice by slice in the cache", t["slices"], f"{goal}")
        row(what, t["ours"], "dwi2adc less mrconvert", t["dwi2adc"] - t["mrconvert"], "0.1" if kind == "16-bit" else "")


def nonlinear_rows(java, dwi):
    scale = dwi[0].size / CURVES
    t = medians(max(3, ROUNDS // 3), 3, ours=java("adc 16-bit nonlinear"), ours_float=java("adc float nonlinear"),
                scipy=own_time(lambda: scipy_curves(dwi)))
    peer = f"scipy curve_fit, from {CURVES} voxels"
    row("ADC nonlinear, 16-bit", t["ours"], peer, scale * t["scipy"], "0.005")
    row("ADC nonlinear, float", t["ours_float"], peer, scale * t["scipy"], "0.005")


def region_rows(java):
    t = medians(ROUNDS, WARM_UP, ours=java("regions 16-bit"), ours_float=java("regions float"),
                multi=java("regions multi-measure"))
    peer = "ROI Manager, multi-measure (16-bit)"
    row(f"200 regions × {SLICES} slices with percentiles, 16-bit", t["ours"], peer, t["multi"], "0.25")
    row(f"200 regions × {SLICES} slices with percentiles, float", t["ours_float"], peer, t["multi"], "")


def first_order(x):
    """What IBSI measures on numbers, by as few passes of numpy as we could find."""
    mean = x.mean()
    d = x - mean
    square = d * d
    variance = square.mean()
    p10, p25, p50, p75, p90 = np.percentile(x, (10, 25, 50, 75, 90))
    low, high = x.min(), x.max()
    inner = x[(x >= p10) & (x <= p90)]
    return (mean, variance, (square * d).mean() / variance ** 1.5, (square * square).mean() / variance ** 2 - 3, p50, low,
            p10, p90, high, p75 - p25, high - low, np.abs(d).mean(), np.abs(inner - inner.mean()).mean(),
            np.abs(x - p50).mean(), variance ** 0.5 / mean, (p75 - p25) / (p75 + p25))


def numpy_features(slices, discs):
    """All first-order features of IBSI for each disc on each slice, bins of width 10 from 0."""
    y, x = np.nonzero(np.hypot(*(np.mgrid[:35, :35] - 17)) <= 17.32)
    places = [(y + top) * 512 + x + left for left, top in discs]
    for plane in slices:
        flat = plane.ravel()
        for place in places:
            values = flat[place].astype(np.float64)
            energy = np.dot(values, values)
            statistics = first_order(values) + (energy, (energy / len(values)) ** 0.5)
            levels = np.floor(values / 10).astype(np.int64) + 1
            counts = np.bincount(levels)[1:]
            p = counts[counts > 0] / len(values)
            gradient = np.gradient(counts.astype(np.float64))
            histogram = first_order(levels.astype(np.float64)) + (
                counts.argmax() + 1, -(p * np.log2(p)).sum(), (p * p).sum(), gradient.max(), gradient.argmax() + 1,
                gradient.min(), gradient.argmin() + 1)
    return statistics, histogram


def feature_rows(java, folder):
    slices = np.fromfile(folder / "slices.u16", np.uint16).reshape(-1, 512, 512)
    discs = np.loadtxt(folder / "discs.txt", int)[:, :2]
    floats = slices.astype(np.float32)
    part = 4
    t = medians(max(3, ROUNDS // 3), WARM_UP, ours=java("features 16-bit"), ours_float=java("features float"),
                numpy=own_time(lambda: numpy_features(slices[:part], discs)),
                numpy_float=own_time(lambda: numpy_features(floats[:part], discs)))
    peer = f"numpy, the same features, from {part} slices"
    row(f"200 regions × {SLICES} slices, 41 IBSI features, 16-bit", t["ours"], peer, SLICES / part * t["numpy"], "0.3")
    row(f"200 regions × {SLICES} slices, 41 IBSI features, float", t["ours_float"], peer, SLICES / part * t["numpy_float"],
        "0.3")


def dicom_rows(java, folder):
    t = medians(ROUNDS, WARM_UP, ours=java("dicom load"), ours_headers=java("dicom headers"),
                opener=java("dicom FolderOpener"), load=own_time(lambda: pydicom_load(folder)),
                headers=own_time(lambda: pydicom_headers(folder)))
    row(f"Loading {FILES} DICOM files 512×512", t["ours"], "ImageJ FolderOpener", t["opener"], "0.5")
    row(f"Loading {FILES} DICOM files 512×512", t["ours"], "pydicom, pixel_array, sorted", t["load"], "")
    row(f"Headers of {FILES} DICOM files", t["ours_headers"], "pydicom, stop_before_pixels, sorted", t["headers"], "0.2")


VIEWS = {"16-bit": "planar, 16-bit", "float": "planar, float", "int": "array, 32-bit", "double": "array, double",
         "16-bit cells": "cells, 16-bit", "float cells": "cells, float", "16-bit cropped": "planar, cropped in x and y",
         "16-bit y before x": "array, x and y exchanged", "16-bit as float": "array, 16-bit converted to float",
         "function": "function (no block access)"}


def view_rows(classpath):
    """Each in a JVM of its own: one that has seen many kinds of images is slower with all of them."""
    print("\n| image, 8 b | ours (ms) | RandomAccess loop (ms) | times faster |")
    print("|---|---|---|---|")
    for image, name in VIEWS.items():
        java = Java(classpath)
        t = medians(max(3, ROUNDS // 3), 5, ours=java("view " + image), loop=java("loop " + image))
        java.close()
        print(f"| {name} | {t['ours']:.1f} | {t['loop']:.0f} | {t['loop'] / t['ours']:.1f} |", flush=True)


def main():
    classpath = build()
    # After Maven, which may use all processors.
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        dwi = make_data(folder)
        java = Java(classpath, folder)
        print("| workload | ours (ms) | peer | peer (ms) | ratio | goal |")
        print("|---|---|---|---|---|---|")
        adc_rows(java, folder, dwi)
        nonlinear_rows(java, dwi)
        region_rows(java)
        feature_rows(java, folder)
        dicom_rows(java, folder / "dicom")
        java.close()
    view_rows(classpath)
    mrtrix = subprocess.run(["dwi2adc", "-version"], capture_output=True, text=True).stdout.split("\n")[0].strip("= ")
    print(f"\nPython {sys.version.split()[0]}, numpy {np.__version__}, scipy {scipy.__version__}, "
          f"pydicom {pydicom.__version__}, {mrtrix}; {ROUNDS} rounds.")


if __name__ == "__main__":
    main()
