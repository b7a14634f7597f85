#!/usr/bin/python3
"""Makes the compressed test files beside this script from synthetic images, and their sums in codecs.csv.

Needs Debian 12's python3-pydicom 2.3.1, dcmtk 3.6.7, libgdcm-tools 3.0.21, libjpeg-turbo-progs 2.1.5. The image of a
file is a formula, SyntheticImage in the tests; what a lossy file decodes to is what dcmdjpeg or gdcmconv --raw make of
it, as CRC-32 of its little-endian samples. Run it in an empty folder.
"""
import csv
import os
import subprocess
import warnings
import zlib

import numpy as np
import pydicom
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.encaps import encapsulate
from pydicom.uid import ExplicitVRLittleEndian, JPEGBaseline8Bit

warnings.filterwarnings('ignore')
COLUMNS, ROWS = 29, 23


def image(bits, signed, frames):
	z, y, x = np.mgrid[:frames, :ROWS, :COLUMNS].astype(np.int64)
	factor = {8: 1, 12: 1, 16: 37, 32: 1000003}[bits]
	v = ((5 * x * x + 7 * y * y + 3 * x * y + 101 * z) * factor + ((7 * x) ^ (13 * y)) % 16) % (1 << bits)
	return v - (1 << bits - 1) if signed else v


def write(path, bits, signed, frames=1):
	allocated = max(8, 16 if bits == 12 else bits)
	pixels = image(bits, signed, frames).astype('<%s%d' % ('i' if signed else 'u', allocated // 8))
	meta = FileMetaDataset()
	meta.MediaStorageSOPClassUID = '1.2.840.10008.5.1.4.1.1.4'
	meta.MediaStorageSOPInstanceUID = '2.25.1'
	meta.TransferSyntaxUID = ExplicitVRLittleEndian
	d = Dataset()
	d.file_meta = meta
	d.is_little_endian, d.is_implicit_VR = True, False
	d.SOPClassUID, d.SOPInstanceUID = meta.MediaStorageSOPClassUID, '2.25.1'
	d.StudyInstanceUID, d.SeriesInstanceUID, d.Modality = '2.25.2', '2.25.3', 'MR'
	d.SamplesPerPixel, d.PhotometricInterpretation = 1, 'MONOCHROME2'
	if frames > 1:
		d.NumberOfFrames = frames
	d.Rows, d.Columns, d.BitsAllocated = ROWS, COLUMNS, allocated
	d.BitsStored, d.HighBit, d.PixelRepresentation = bits, bits - 1, int(signed)
	raw = pixels.tobytes()
	d.PixelData = raw + b'\0' * (len(raw) % 2)
	d['PixelData'].VR = 'OB' if allocated == 8 else 'OW'
	d.save_as(path, write_like_original=False)


def run(*command):
	subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def restarted(source, path):
	"""A baseline image with restart markers, which dcmcjpeg does not make."""
	d = pydicom.dcmread(source)
	with open('x.pgm', 'wb') as f:
		f.write(b'P5 %d %d 255\n' % (COLUMNS, ROWS) + d.PixelData[:ROWS * COLUMNS])
	jpeg = subprocess.run(['cjpeg', '-grayscale', '-quality', '90', '-restart', '1B', 'x.pgm'], check=True,
		stdout=subprocess.PIPE).stdout
	d.PixelData = encapsulate([jpeg])
	d['PixelData'].is_undefined_length = True
	d.file_meta.TransferSyntaxUID = JPEGBaseline8Bit
	d.save_as(path, write_like_original=False)
	os.remove('x.pgm')


KINDS = {'u8': (8, False), 's8': (8, True), 'u12': (12, False), 's12': (12, True), 'u16': (16, False),
	's16': (16, True), 'u32': (32, False)}
JOBS = [(kind, 'rle', ['dcmcrle']) for kind in ('u8', 'u12', 's16', 'u32', 'u12x3')]
JOBS += [('u12', 'lossless%d' % p, ['dcmcjpeg', '+e1', '+el', '+sv', str(p)]) for p in range(1, 8)]
JOBS += [(kind, 'lossless', ['dcmcjpeg', '+e1']) for kind in ('u8', 's8', 's12', 'u16', 's16', 'u12x3')]
JOBS += [('u12', 'shifted', ['dcmcjpeg', '+el', '+sv', '4', '+pt', '2']), ('u8', 'baseline', ['dcmcjpeg', '+eb']),
	('u12', 'extended', ['dcmcjpeg', '+ee']), ('u16', 'extended', ['dcmcjpeg', '+ee'])]
JOBS += [(kind, 'j2k', ['gdcmconv', '--j2k']) for kind in ('u8', 's8', 'u12', 's12', 'u16', 's16', 'u12x3')]
JOBS += [('u16', 'j2klossy', ['gdcmconv', '--j2k', '--lossy', '-q', '40'])]

rows = []
for kind, name, command in JOBS + [('u8', 'restarts', None)]:
	bits, signed = KINDS[kind.split('x')[0]]
	frames = 3 if kind.endswith('x3') else 1
	write('source.dcm', bits, signed, frames)
	path = '%s-%s.dcm' % (kind, name)
	if command is None:
		restarted('source.dcm', path)
	else:
		run(*command, 'source.dcm', path)
	decoder = {'j2': ['gdcmconv', '--raw'], 'rl': ['dcmdrle']}.get(name[:2], ['dcmdjpeg'])
	run(*decoder, path, 'decoded.dcm')
	d = pydicom.dcmread('decoded.dcm')
	pixels = d.pixel_array
	exact = np.array_equal(pixels.reshape(frames, ROWS, COLUMNS), image(bits, signed, frames))
	rows.append([path, kind, 'exact' if exact else 'lossy', '%08x' % zlib.crc32(pixels.tobytes()), ' '.join(decoder)])
os.remove('source.dcm')
os.remove('decoded.dcm')
with open('codecs.csv', 'w', newline='') as f:
	csv.writer(f, lineterminator='\n').writerows([['file', 'image', 'decodes', 'crc32', 'oracle']] + rows)
