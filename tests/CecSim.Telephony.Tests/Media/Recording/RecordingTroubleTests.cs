using CecSim.Telephony.Media.Recording;
using CecSim.Telephony.Media.Rtp;
using CecSim.Telephony.Media.Video;

namespace CecSim.Telephony.Tests.Media.Recording;

/// <summary>Recordings of each form whose disk or folder fails them, and ones that nobody brings to an end.</summary>
public sealed class RecordingTroubleTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cecsim-recording-").FullName;

    public static TheoryData<string> Codecs { get; } =
        [nameof(Codec.Opus), nameof(Codec.Pcmu), nameof(Codec.Pcma), nameof(Codec.Vp8)];

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Theory]
    [MemberData(nameof(Codecs))]
    public async Task On_a_full_disk_it_is_not_complete_also_where_only_the_end_finds_no_room(string codec)
    {
        foreach (var bufferSize in (int[])[0, 1024 * 1024])
        {
            await using var recorder = new MediaRecorder(
                new RecordingSettings(_folder),
                _ => new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize));
            var call = recorder.Begin(new Guard(new WriterLog(Console.Error)));
            Send(call, codec, seconds: 3);
            call.End();
            await call.Completion.WaitAsync(TestContext.Current.CancellationToken);

            Assert.False(call.Report().IsComplete);
            Assert.Contains("No space left", call.Report().Failure, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Codecs))]
    public async Task A_folder_that_is_taken_away_leaves_nothing_complete(string codec)
    {
        await using var recorder = new MediaRecorder(new RecordingSettings(_folder));
        var call = recorder.Begin(new Guard(new WriterLog(Console.Error)));
        Send(call, codec, seconds: 3);
        await FileAsync();
        Directory.Delete(_folder, recursive: true);
        call.End();
        await call.Completion.WaitAsync(TestContext.Current.CancellationToken);

        Assert.False(call.Report().IsComplete);
        Assert.Contains("was taken away", call.Report().Failure, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Codecs))]
    public async Task A_folder_that_is_gone_before_the_call_leaves_nothing_complete(string codec)
    {
        await using var recorder = new MediaRecorder(new RecordingSettings(_folder));
        Directory.Delete(_folder, recursive: true);
        var call = recorder.Begin(new Guard(new WriterLog(Console.Error)));
        Send(call, codec, seconds: 1);
        call.End();
        await call.Completion.WaitAsync(TestContext.Current.CancellationToken);

        var report = call.Report();
        Assert.Equal((false, 0), (report.IsComplete, report.Written));
        Assert.NotNull(report.Failure);
    }

    [Theory]
    [MemberData(nameof(Codecs))]
    public async Task With_room_it_is_complete(string codec)
    {
        await using var recorder = new MediaRecorder(new RecordingSettings(_folder));
        var call = recorder.Begin(new Guard(new WriterLog(Console.Error)));
        Send(call, codec, seconds: 3);
        call.End();
        await call.Completion.WaitAsync(TestContext.Current.CancellationToken);

        Assert.Equal((true, 0, null), (call.Report().IsComplete, call.Report().NotWritten, call.Report().Failure));
    }

    // As a process that is killed leaves it: nobody finishes the file.
    [Theory]
    [InlineData(nameof(Codec.Pcmu))]
    [InlineData(nameof(Codec.Pcma))]
    public async Task A_WAV_file_that_nobody_ends_tells_of_all_but_its_last_second(string codec)
    {
        await using var recorder = new MediaRecorder(new RecordingSettings(_folder));
        var call = recorder.Begin(new Guard(new WriterLog(Console.Error)));
        Send(call, codec, seconds: 3);

        var size = 0;
        while (size < 2 * 8_000)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
            var path = await FileAsync();
            var header = Read(path);
            size = header.Length < 58 ? 0 : BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(54));

            // Asked for after what the header says, since the file grows meanwhile.
            var length = new FileInfo(path).Length;
            Assert.True(size == 0 || length >= 58 + size, $"{size} samples in {length} bytes");
        }

        call.End();
    }

    [Fact]
    public async Task An_IVF_file_that_nobody_ends_tells_of_its_pictures()
    {
        await using var recorder = new MediaRecorder(new RecordingSettings(_folder));
        var call = recorder.Begin(new Guard(new WriterLog(Console.Error)));
        Send(call, nameof(Codec.Vp8), seconds: 3);

        var count = 0;
        while (count < 2)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
            var file = Read(await FileAsync());
            count = file.Length < 32 ? 0 : BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(24));
        }

        call.End();
    }

    private static void Send(CallRecording call, string codec, int seconds)
    {
        call.Name = "demo-7";
        var kind = Enum.Parse<Codec>(codec);
        var pattern = new PatternPlayer();
        for (var i = 0; i < seconds * 50; i++)
        {
            switch (kind)
            {
                case Codec.Opus:
                    call.Take("0", kind, Header(i, i * 960), [0x78, 1, 2, 3]);
                    break;
                case Codec.Vp8 when i % 25 == 0:
                    var frame = pattern.NextFrame();
                    var payload = new byte[4 + frame.Length];
                    Vp8Payload.WriteDescriptor(payload, begins: true, pictureId: 1);
                    frame.ToArray().CopyTo(payload, 4);
                    call.Take("0", kind, Header(i / 25, i * 1_800, marker: true), payload);
                    break;
                case Codec.Vp8:
                    break;
                default:
                    call.Take("0", kind, Header(i, i * 160), new byte[160]);
                    break;
            }
        }
    }

    private static RtpHeader Header(int sequence, long timestamp, bool marker = false) =>
        new(RtpHeader.FixedLength, marker, 111, (ushort)sequence, (uint)timestamp, 0xCAFE);

    private async Task<string> FileAsync()
    {
        while (true)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
            if (Directory.GetFiles(_folder) is [var file])
            {
                return file;
            }
        }
    }

    private static byte[] Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
