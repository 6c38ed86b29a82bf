using System.Runtime.InteropServices;
using CecSim.Guarding;
using CecSim.Telephony.Media.Clips;
using CecSim.Telephony.Media.Recording;
using CecSim.Telephony.Media.Rtp;

namespace CecSim.Telephony.Tests.Media.Recording;

/// <summary>Customer and agent in one file: each sample at its place, the customer at the left.</summary>
public sealed class StereoTests : IDisposable
{
    private const int HeaderBytes = 44;
    private const int FrameSamples = 160;

    private static readonly byte Loud = G711.Encode(8_000, isA: false);
    private static readonly byte Quiet = G711.Encode(1_000, isA: true);

    private readonly string _folder = Directory.CreateTempSubdirectory("cecsim-stereo-").FullName;
    private int _sequence;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Each_side_lies_where_it_was_spoken_and_what_came_before_the_agent_is_not_in_it()
    {
        var samples = await RecordAsync(call =>
        {
            Customer(call, 0, 0);
            Agent(call, 1_000, 500_000);
            Customer(call, 1_020, 160);
            Agent(call, 1_020, 500_160);
        });

        Assert.Equal(
            [(0, Frame.Quiet), (Frame.Loud, Frame.Quiet)],
            Frame.Of(samples));
        Assert.Equal(
            ["demo-7-0.wav", "demo-7-both.wav"], Directory.GetFiles(_folder).Select(f => Path.GetFileName(f)).Order());
    }

    [Fact]
    public async Task A_time_stamp_counts_and_not_the_moments_of_the_network()
    {
        var samples = await RecordAsync(call =>
        {
            Agent(call, 0, 0);
            Agent(call, 95, 160);
            Agent(call, 96, 480);
        });

        Assert.Equal([(0, Frame.Quiet), (0, Frame.Quiet), (0, 0), (0, Frame.Quiet)], Frame.Of(samples));
    }

    [Fact]
    public async Task A_side_that_begins_anew_lies_where_it_came()
    {
        var samples = await RecordAsync(call =>
        {
            Agent(call, 0, 0);
            Customer(call, 40, 7_000_000);
            Agent(call, 60, 9_000, ssrc: 2);
        });

        Assert.Equal([(0, Frame.Quiet), (0, 0), (Frame.Loud, 0), (0, Frame.Quiet)], Frame.Of(samples));
    }

    [Fact]
    public async Task A_long_silence_of_both_is_cut_to_a_minute()
    {
        var samples = await RecordAsync(call =>
        {
            Agent(call, 0, 0);
            Agent(call, 600_000, 160, ssrc: 2);
        });

        Assert.Equal(60 * 50 + 2, Frame.Of(samples).Count);
    }

    [Fact]
    public async Task Opus_and_G711_have_one_time()
    {
        var opus = AudioClips.For(MediaSource.Tone, Codec.Opus)!;
        var samples = await RecordAsync(call =>
        {
            for (var i = 0; i < 50; i++)
            {
                call.TakeOfAgent(Codec.Opus, Header(i, i * 960, 3), opus[i], TimeSpan.FromMilliseconds(20 * i));
                Customer(call, 20 * i, 160 * i);
            }
        });

        var frames = Frame.Of(samples);
        Assert.Equal(50, frames.Count);
        Assert.All(frames.Skip(1), f => Assert.Equal(Frame.Loud, f.Left));
        Assert.True(frames.Skip(5).All(f => f.Right > 1_000), "the tone of Opus is heard at the right");
    }

    [Fact]
    public async Task A_packet_that_comes_late_is_counted()
    {
        await using var recorder = new MediaRecorder(new RecordingSettings(_folder));
        var report = await RecordAsync(recorder, call =>
        {
            call.TakeOfAgent(Codec.Pcma, Header(2, 160, 3), new byte[FrameSamples], TimeSpan.Zero);
            call.TakeOfAgent(Codec.Pcma, Header(1, 0, 3), new byte[FrameSamples], TimeSpan.Zero);
        });

        Assert.Equal((1, 1, true), (report.Written, report.NotWritten, report.IsComplete));
    }

    private static RtpHeader Header(int sequence, int timestamp, uint ssrc) =>
        new(RtpHeader.FixedLength, false, 0, (ushort)sequence, (uint)timestamp, ssrc);

    private void Customer(CallRecording call, int milliseconds, int timestamp) => call.Take(
        "0",
        Codec.Pcmu,
        Header(++_sequence, timestamp, 7),
        [.. Enumerable.Repeat(Loud, FrameSamples)],
        TimeSpan.FromMilliseconds(milliseconds));

    private void Agent(CallRecording call, int milliseconds, int timestamp, uint ssrc = 3) => call.TakeOfAgent(
        Codec.Pcma,
        Header(++_sequence, timestamp, ssrc),
        [.. Enumerable.Repeat(Quiet, FrameSamples)],
        TimeSpan.FromMilliseconds(milliseconds));

    private async Task<short[]> RecordAsync(Action<CallRecording> send)
    {
        await using var recorder = new MediaRecorder(new RecordingSettings(_folder));
        var report = await RecordAsync(recorder, send);
        Assert.Equal((0, null), (report.NotWritten, report.Failure));
        var file = await File.ReadAllBytesAsync(
            Path.Combine(_folder, "demo-7-both.wav"), TestContext.Current.CancellationToken);
        Assert.Equal(file.Length - 8, BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(4)));
        Assert.Equal(
            [16, 0, 0, 0, 1, 0, 2, 0, 0x40, 0x1F, 0, 0, 0, 0x7D, 0, 0, 4, 0, 16, 0], file[16..36]);
        Assert.Equal(file.Length - HeaderBytes, BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(40)));
        return MemoryMarshal.Cast<byte, short>(file.AsSpan(HeaderBytes)).ToArray();
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

    /// <summary>How loud 20 ms are at either side.</summary>
    private static class Frame
    {
        public static readonly int Loud = Math.Abs((int)G711.Decode(StereoTests.Loud, isA: false));
        public static readonly int Quiet = Math.Abs((int)G711.Decode(StereoTests.Quiet, isA: true));

        public static List<(int Left, int Right)> Of(short[] samples) =>
        [
            .. samples.Chunk(2 * FrameSamples).Select(f => (
                f.Where((_, i) => i % 2 == 0).Max(s => Math.Abs((int)s)),
                f.Where((_, i) => i % 2 == 1).Max(s => Math.Abs((int)s)))),
        ];
    }
}
