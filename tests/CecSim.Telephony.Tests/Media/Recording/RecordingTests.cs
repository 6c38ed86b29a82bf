using CecSim.Telephony.Media.Recording;
using CecSim.Telephony.Media.Rtp;
using CecSim.Telephony.Media.Video;
using CecSim.Tests;

namespace CecSim.Telephony.Tests.Media.Recording;

/// <summary>What peers send, written down; the files are read as their formats' documents have them.</summary>
public sealed class RecordingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cecsim-recording-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Opus_becomes_Ogg_and_a_lost_packet_one_that_asks_for_concealment()
    {
        byte[] packet = [0x78, 1, 2, 3];        // CELT, fullband, 20 ms, one frame
        var report = await RecordAsync(
            call =>
            {
                for (var i = 0; i < 120; i++)
                {
                    if (i != 60)
                    {
                        call.Take("0", Codec.Opus, Header(i, i * 960), packet);
                    }
                }

                call.Take("0", Codec.Opus, Header(10, 10 * 960), packet);
            });

        Assert.Equal((119, 1, null), (report.Written, report.NotWritten, report.Failure));
        var pages = OggPage.ReadAll(await ReadAsync("demo-7-0.ogg"));
        Assert.Equal(Enumerable.Range(0, pages.Count), pages.Select(p => p.Number));
        Assert.Equal([2, 0, .. Enumerable.Repeat(0, pages.Count - 3), 4], pages.Select(p => p.Flags));
        var head = Assert.Single(pages[0].Packets);
        Assert.Equal("OpusHead"u8, head.AsSpan(0, 8));
        Assert.Equal([1, 2, 0, 0, 0x80, 0xBB, 0, 0, 0, 0, 0], head[8..]);
        Assert.Equal("OpusTags"u8, Assert.Single(pages[1].Packets).AsSpan(0, 8));
        Assert.Equal([0, 0], pages.Take(2).Select(p => p.Granule));
        var packets = pages.Skip(2).SelectMany(p => p.Packets).ToList();
        Assert.Equal(120, packets.Count);
        Assert.Equal([0x78], packets[60]);
        Assert.All(packets.Where((_, i) => i != 60), p => Assert.Equal(packet, p));
        Assert.Equal(120 * 960, pages[^1].Granule);
        Assert.Equal(50 * 960, pages[2].Granule);
    }

    [Theory]
    [InlineData(new byte[] { 0x78, 1 }, 960)]
    [InlineData(new byte[] { 0x79, 1 }, 1920)]
    [InlineData(new byte[] { 0x7B, 3, 1 }, 2880)]
    [InlineData(new byte[] { 0x18, 1 }, 2880)]
    [InlineData(new byte[] { 0x60, 1 }, 480)]
    [InlineData(new byte[] { 0x80, 1 }, 120)]
    [InlineData(new byte[] { 0x7B }, 0)]
    public void An_Opus_packet_tells_how_long_it_is(byte[] packet, int samples) =>
        Assert.Equal(samples, OpusFrames.SamplesOf(packet));

    [Theory]
    [InlineData("Pcmu", 7, 0xFF)]
    [InlineData("Pcma", 6, 0xD5)]
    public async Task G711_becomes_WAV_with_silence_where_packets_are_missing(string codec, int format, byte silence)
    {
        var kind = Enum.Parse<Codec>(codec);
        await RecordAsync(call =>
        {
            call.Take("audio", kind, Header(65_535, 1000), [1, 2, 3]);
            call.Take("audio", kind, Header(1, 1005), [4, 5]);
            call.Take("audio", kind, Header(2, 1007 + (120 * 8_000)), [6, 7]);
        });

        var file = await ReadAsync("demo-7-audio.wav");
        Assert.Equal("RIFF"u8, file.AsSpan(0, 4));
        Assert.Equal(file.Length - 8, BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(4)));
        Assert.Equal("WAVEfmt "u8, file.AsSpan(8, 8));
        Assert.Equal(18, BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(16)));
        Assert.Equal([(byte)format, 0, 1, 0, 0x40, 0x1F, 0, 0, 0x40, 0x1F, 0, 0, 1, 0, 8, 0, 0, 0], file[20..38]);
        Assert.Equal("fact"u8, file.AsSpan(38, 4));
        Assert.Equal([4, 0, 0, 0, 9, 0, 0, 0], file[42..50]);
        Assert.Equal("data"u8, file.AsSpan(50, 4));
        Assert.Equal([9, 0, 0, 0, 1, 2, 3, silence, silence, 4, 5, 6, 7, 0], file[54..]);
    }

    [Fact]
    public async Task VP8_becomes_IVF_from_the_first_key_frame_on_without_pictures_that_are_not_whole()
    {
        var pattern = new PatternPlayer();
        var frames = Enumerable.Range(0, 5).Select(_ => pattern.NextFrame().ToArray()).ToList();
        var sequence = 0;
        var report = await RecordAsync(call =>
        {
            Send(frames[1], 0, skip: null);
            Send(frames[0], 9_000, skip: null);
            Send(frames[1], 12_000, skip: null);
            Send(frames[2], 15_000, skip: 0);
            Send(frames[3], 18_000, skip: null);

            void Send(byte[] frame, uint timestamp, int? skip)
            {
                for (var at = 0; at < frame.Length; at += 50)
                {
                    var piece = frame.AsSpan(at, Math.Min(50, frame.Length - at));
                    var payload = new byte[4 + piece.Length];
                    Vp8Payload.WriteDescriptor(payload, begins: at == 0, pictureId: 1);
                    piece.CopyTo(payload.AsSpan(4));
                    sequence++;
                    if (at / 50 != skip)
                    {
                        call.Take("1", Codec.Vp8, Header(sequence, timestamp, at + 50 >= frame.Length), payload);
                    }
                }
            }
        });

        var file = await ReadAsync("demo-7-1.ivf");
        Assert.Equal("DKIF"u8, file.AsSpan(0, 4));
        Assert.Equal("VP80"u8, file.AsSpan(8, 4));
        Assert.Equal(320, BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(12)));
        Assert.Equal(240, BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(14)));
        Assert.Equal(90_000, BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(16)));
        Assert.Equal(1, BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(20)));
        Assert.Equal(3, BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(24)));
        var at = 32;
        foreach (var (frame, time) in new[] { (frames[0], 0), (frames[1], 3_000), (frames[3], 9_000) })
        {
            Assert.Equal(frame.Length, BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at)));
            Assert.Equal(time, BinaryPrimitives.ReadInt64LittleEndian(file.AsSpan(at + 4)));
            Assert.Equal(frame, file[(at + 12)..(at + 12 + frame.Length)]);
            at += 12 + frame.Length;
        }

        Assert.Equal(file.Length, at);
        Assert.True(report.NotWritten > 0);
    }

    [Fact]
    public async Task A_file_ends_before_its_limit_and_what_came_later_is_counted()
    {
        var report = await RecordAsync(
            call =>
            {
                for (var i = 0; i < 10; i++)
                {
                    call.Take("0", Codec.Pcmu, Header(i, i * 100), new byte[100]);
                }
            },
            new RecordingSettings(_folder) { FileBytesMax = 500 });

        Assert.Equal((4, 6, false), (report.Written, report.NotWritten, report.IsComplete));
        Assert.Equal(458, (await ReadAsync("demo-7-0.wav")).Length);
        Assert.Equal(458, Assert.Single(report.Files).BytesCount);
    }

    [Fact]
    public async Task An_Ogg_file_keeps_its_limit_too()
    {
        var report = await RecordAsync(
            call =>
            {
                for (var i = 0; i < 400; i++)
                {
                    call.Take("0", Codec.Opus, Header(i, i * 960), [0x78, .. new byte[100]]);
                }
            },
            new RecordingSettings(_folder) { FileBytesMax = 20_000 });

        Assert.InRange((await ReadAsync("demo-7-0.ogg")).Length, 15_000, 20_000);
        Assert.Equal(400, report.Written + report.NotWritten);
    }

    [Fact]
    public async Task Only_so_many_files_are_made_and_none_is_written_over()
    {
        await using var recorder = new MediaRecorder(new RecordingSettings(_folder) { FilesMax = 2 });
        var reports = new List<RecordingReport>();
        for (var i = 0; i < 3; i++)
        {
            reports.Add(await RecordAsync(recorder, c => c.Take("0", Codec.Pcmu, Header(1, 1), [1])));
        }

        Assert.Equal([0, 0, 1], reports.Select(r => r.NotWritten));
        Assert.Equal(
            ["demo-7-0-2.wav", "demo-7-0.wav"],
            Directory.GetFiles(_folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_full_disk_ends_the_recording_and_is_told()
    {
        await using var recorder = new MediaRecorder(
            new RecordingSettings(_folder),
            _ => new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0));

        var report = await RecordAsync(recorder, call =>
        {
            call.Take("0", Codec.Pcmu, Header(1, 1), [1]);
            call.Take("0", Codec.Pcmu, Header(2, 2), [1]);
        });

        Assert.Contains("No space left", report.Failure, StringComparison.Ordinal);
        Assert.Equal((0, 2, false), (report.Written, report.NotWritten, report.IsComplete));
    }

    [Fact]
    public void A_folder_that_cannot_be_is_refused_at_once()
    {
        var file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");

        var refused = Assert.Throws<ArgumentException>(() => new MediaRecorder(new RecordingSettings(file)));

        Assert.StartsWith($"Recordings cannot be written to {file}: ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Packets_that_come_faster_than_the_disk_takes_them_are_counted_and_nobody_waits()
    {
        using var disk = new SlowDisk();
        await using var recorder = new MediaRecorder(new RecordingSettings(_folder), _ => disk);
        var call = recorder.Begin(new Guard(new WriterLog(Console.Error)));
        for (var i = 0; i < 2_000; i++)
        {
            call.Take("0", Codec.Pcmu, Header(i, i), [1]);
        }

        disk.Go.Set();
        call.End();
        await call.Completion.WaitAsync(TestContext.Current.CancellationToken);

        var report = call.Report();
        Assert.InRange(report.NotWritten, 1_400, 1_500);
        Assert.Equal(2_000, report.Written + report.NotWritten);
    }

    [Fact]
    [ThrowsFrom("media recording")]
    public async Task A_recording_that_fails_inside_says_so_and_is_over()
    {
        var diary = new GuardDiary();
        await using var recorder = new MediaRecorder(
            new RecordingSettings(_folder), _ => throw new InvalidOperationException("no such disk"));
        var call = recorder.Begin(new Guard(diary));

        call.Take("0", Codec.Pcmu, Header(1, 1), [1]);
        await call.Completion.WaitAsync(TestContext.Current.CancellationToken);
        await Eventually.IsTrueAsync("the reason", () => call.Report().Failure is not null);

        Assert.Equal("media recording failed inside CecSim: no such disk", call.Report().Failure);
        Assert.Equal("media recording", Assert.Single(diary.Failures).Place);
    }

    private static RtpHeader Header(int sequence, long timestamp, bool marker = false) =>
        new(RtpHeader.FixedLength, marker, 111, (ushort)sequence, (uint)timestamp, 0xCAFE);

    private Task<byte[]> ReadAsync(string name) =>
        File.ReadAllBytesAsync(Path.Combine(_folder, name), TestContext.Current.CancellationToken);

    private async Task<RecordingReport> RecordAsync(Action<CallRecording> send, RecordingSettings? settings = null)
    {
        await using var recorder = new MediaRecorder(settings ?? new RecordingSettings(_folder));
        return await RecordAsync(recorder, send);
    }

    private static async Task<RecordingReport> RecordAsync(MediaRecorder recorder, Action<CallRecording> send)
    {
        var call = recorder.Begin(new Guard(new WriterLog(Console.Error)));
        call.Name = "demo-7";
        send(call);
        call.End();
        await call.Completion.WaitAsync(TestContext.Current.CancellationToken);
        return call.Report();
    }

    private sealed class SlowDisk : MemoryStream
    {
        public ManualResetEventSlim Go { get; } = new();

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Go.Wait(TimeSpan.FromSeconds(20));
            base.Write(buffer);
        }
    }
}
