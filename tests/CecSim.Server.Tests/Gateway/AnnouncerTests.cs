using System.Diagnostics;
using CecSim.Server.Gateway;
using CecSim.Simulation.Ivr;
using Microsoft.Extensions.Logging.Abstractions;

namespace CecSim.Server.Tests.Gateway;

/// <summary>Who cannot be spoken to hears a tone, and nothing waits for a synthesizer for ever.</summary>
public sealed class AnnouncerTests : IDisposable
{
    private static readonly Sound[] NothingThatShips = [new Sound.Speech("xyzzy")];
    private static readonly TimeSpan ToneTime = TimeSpan.FromMilliseconds(400);

    private readonly string _folder = Directory.CreateTempSubdirectory("cecsim-announcer-").FullName;
    private readonly ManualTime _time = new();

    [Fact]
    public async Task A_synthesizer_that_does_not_end_is_ended_and_a_tone_is_heard()
    {
        var announcer = await SpeakingAsync("exec sleep 600");

        var made = announcer.MakeAsync(NothingThatShips);
        Assert.False(made.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(ToneTime, (await made.WaitAsync(TestCec.TestEnds))!.Length);
    }

    [Fact]
    public async Task One_that_complains_without_end_and_says_nothing_is_a_tone()
    {
        var announcer = await SpeakingAsync("head -c 1000000 /dev/zero >&2");

        var made = await announcer.MakeAsync(NothingThatShips).WaitAsync(TestCec.TestEnds);

        Assert.Equal(ToneTime, made!.Length);
    }

    [Fact]
    public async Task One_that_is_not_there_is_a_tone()
    {
        var announcer = With(Path.Combine(_folder, "no"));

        Assert.Equal(ToneTime, (await announcer.MakeAsync(NothingThatShips))!.Length);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Announcer With(string program) =>
        new(NullLogger<Announcer>.Instance, _time) { Synthesizer = program };

    // Written by another process: what this one has open to write, a fork of another test keeps from being run.
    private async Task<Announcer> SpeakingAsync(string script)
    {
        var program = Path.Combine(_folder, "speak");
        using var shell = Process.Start(
            "sh", ["-c", """printf '#!/bin/sh\n%s\n' "$1" > "$2"; chmod 500 "$2" """, "sh", script, program]);
        await shell.WaitForExitAsync(TestCec.TestEnds);
        return With(program);
    }
}
