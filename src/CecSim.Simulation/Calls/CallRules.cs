namespace CecSim.Simulation.Calls;

/// <summary>The call rules of a space with the calls that each has seen. Guarded by the timeline.</summary>
internal sealed class CallRules(
    IReadOnlyList<CallRule> rules, IReadOnlyDictionary<string, Script> scripts, SeededRandom random)
{
    private readonly ScriptMachine _machine = new(scripts);
    private readonly long[] _counts = new long[rules.Count];
    private long _callsCount;

    /// <summary>
    /// The first rule that means a call; null when none does. Each rule counts for itself, also the calls that an
    /// earlier one decides: nth 1 and nth 2 in two rules are the first call and the second.
    /// </summary>
    public CallRule? Find(CallAttempt attempt)
    {
        CallRule? found = null;
        for (var i = 0; i < rules.Count; i++)
        {
            var match = rules[i].Match;
            if ((found is null || match.Counts) && match.Covers(attempt) && match.IsMeant(++_counts[i]))
            {
                found ??= rules[i];
            }
        }

        return found;
    }

    /// <summary>Other rules, which begin to count anew; what is drawn in calls goes on.</summary>
    public CallRules With(IReadOnlyList<CallRule> others, IReadOnlyDictionary<string, Script> itsScripts) =>
        new(others, itsScripts, random) { _callsCount = _callsCount };

    public ICallFlow FateOf(Call call, CallRule rule, SpaceScheduler scheduler, CallProgress progress) =>
        new ScriptedCall(scheduler, progress, call, rule, _machine, random.Fork($"call {++_callsCount}"));
}
