namespace CecSim.Simulation.Scripts;

/// <summary>What is watched for, and as much of it as has been seen.</summary>
/// <param name="Digits">The last tones, fewer than all that are watched for.</param>
internal readonly record struct ActionWatch(CallAction Action, string Digits = "")
{
    /// <summary>Whether a signal is what was watched for, and the watch that goes on.</summary>
    public (bool IsIt, ActionWatch Next) See(CallSignal signal) => (Action, signal) switch
    {
        (CallAction.Poll, CallSignal.Poll)
            or (CallAction.Drop, CallSignal.Drop)
            or (CallAction.MediaConnected, CallSignal.MediaConnected)
            or (CallAction.Hold, CallSignal.Hold)
            or (CallAction.Dtmf { Digits: null }, CallSignal.Dtmf)
            or (CallAction.Chat { Matches: null }, CallSignal.Chat) => (true, this),
        (CallAction.Chat { Matches: { } pattern }, CallSignal.Chat said) =>
            (Glob.Covers(pattern, said.Text, ignoreCase: true), this),
        (CallAction.Dtmf { Digits: { } wanted }, CallSignal.Dtmf heard) => Hear(wanted, heard.Digits),
        _ => (false, this),
    };

    // Tones may come one by one or several at once; wrong ones before the right ones do not matter.
    private (bool IsIt, ActionWatch Next) Hear(string wanted, string heard)
    {
        var all = Digits + heard;
        return all.Contains(wanted, StringComparison.Ordinal)
            ? (true, this with { Digits = "" })
            : (false, this with { Digits = all[Math.Max(0, all.Length - wanted.Length + 1)..] });
    }
}
