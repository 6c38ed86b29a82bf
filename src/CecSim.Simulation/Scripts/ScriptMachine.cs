using System.Diagnostics;

namespace CecSim.Simulation.Scripts;

/// <summary>How scripts are played, as functions of what they are given. It keeps nothing.</summary>
/// <param name="named">The scripts that others can run.</param>
internal sealed class ScriptMachine(IReadOnlyDictionary<string, Script> named)
{
    /// <summary>Takes one step.</summary>
    /// <param name="draw">Any number; a step that leaves something to chance takes it.</param>
    public ScriptMove GoOn(ScriptTrack track, DateTimeOffset now, ulong draw)
    {
        if (track.Top is not { } frame)
        {
            return new ScriptMove.End();
        }

        if (frame.IsPlayed)
        {
            return new ScriptMove.Pass(track with
            {
                Top = frame.TimesLeft > 1 ? frame with { Position = 0, TimesLeft = frame.TimesLeft - 1 } : frame.Outer,
            });
        }

        // What a scenario file may say is checked there; this is for settings that no file has made.
        if (track.StepsCount == Script.StepsPlayedMax)
        {
            throw new InvalidOperationException($"A script takes more than {Script.StepsPlayedMax} steps.");
        }

        var past = track with
        {
            Top = frame with { Position = frame.Position + 1 },
            StepsCount = track.StepsCount + 1,
        };
        return Take(frame.Steps[frame.Position], past, now, draw);
    }

    /// <summary>Time has passed: what was due goes on.</summary>
    public static ScriptMove OnTime(ScriptTrack track, DateTimeOffset now) =>
        track.DueAt > now ? new ScriptMove.Wait(track)
        : track.Otherwise is { } otherwise ? new ScriptMove.Pass(track.Freed.Into(otherwise))
        : new ScriptMove.Pass(track.Freed);

    /// <summary>The client has done something: what awaited it goes on.</summary>
    public static ScriptMove OnSignal(ScriptTrack track, CallSignal signal)
    {
        if (track.Awaits is not { } watch)
        {
            return new ScriptMove.Wait(track);
        }

        var (isIt, next) = watch.See(signal);
        return isIt ? new ScriptMove.Pass(track.Freed) : new ScriptMove.Wait(track with { Awaits = next });
    }

    private ScriptMove Take(ScriptStep step, ScriptTrack past, DateTimeOffset now, ulong draw) => step switch
    {
        ScriptStep.EventStep eventStep => new ScriptMove.Emit(past, eventStep),
        ScriptStep.Wait wait => Wait(wait.For.DrawnBy(draw), past, now),
        ScriptStep.Await await => new ScriptMove.Wait(past with
        {
            Awaits = new ActionWatch(await.Action),
            DueAt = now + await.Within,
            Otherwise = await.Otherwise,
        }),
        ScriptStep.Repeat repeat => new ScriptMove.Pass(past.Into(repeat.Steps, repeat.Times)),
        ScriptStep.Choose choose => new ScriptMove.Pass(past.Into(Pick(choose.Branches, draw))),
        ScriptStep.Run run => new ScriptMove.Pass(past.Into(named[run.Name])),
        ScriptStep.Silent => new ScriptMove.FallSilent(),
        _ => throw new UnreachableException(),
    };

    // A wait that was drawn as none is none: armed for this very moment, thousands of them would look like a loop.
    private static ScriptMove Wait(TimeSpan time, ScriptTrack past, DateTimeOffset now) =>
        time == TimeSpan.Zero ? new ScriptMove.Pass(past) : new ScriptMove.Wait(past with { DueAt = now + time });

    private static Script Pick(IReadOnlyList<ScriptBranch> branches, ulong draw)
    {
        var left = (long)new SeededRandom(draw).Below((ulong)branches.Sum(b => (long)b.Weight));
        return branches.First(b => (left -= b.Weight) < 0).Steps;
    }
}
