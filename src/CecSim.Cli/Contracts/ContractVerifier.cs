namespace CecSim.Cli.Contracts;

/// <summary>Whether what a client did and saw is the ladder of a contract.</summary>
internal static class ContractVerifier
{
    /// <summary>Requests of operations that the contract does not name are passed over.</summary>
    /// <param name="seen">In the order in which they were sent.</param>
    /// <returns>What is wrong; null for nothing.</returns>
    public static string? ComplaintOf(SequenceContract contract, IEnumerable<ObservedAnswer> seen)
    {
        var named = contract.Steps.Select(s => s.Request.Word()).ToHashSet();
        var meant = seen.Where(s => named.Contains(s.Operation)).ToList();
        var places = Reach(contract, new HashSet<Place> { new(0, 0) });
        for (var i = 0; i < meant.Count;)
        {
            var count = meant[i].IsPoll ? 1 + meant.Skip(i + 1).TakeWhile(s => !s.IsPoll).Count() : 1;
            var next = new HashSet<Place>();
            (ObservedAnswer Seen, HashSet<Place> Places)? stuck = null;
            foreach (var order in OrdersOf(meant.GetRange(i, count)))
            {
                var (after, at) = Walk(contract, places, order);
                next.UnionWith(after);
                stuck ??= at;
            }

            if (next.Count == 0)
            {
                var (item, before) = stuck!.Value;
                return $"request {meant.IndexOf(item) + 1}, {item}: expected was {Expected(contract, before)}";
            }

            places = next;
            i += count;
        }

        return places.Any(p => p.Step == contract.Steps.Count)
            ? null
            : $"it ended after {meant.Count} requests: expected was {Expected(contract, places)}";
    }

    /// <param name="complaint">What <see cref="ComplaintOf"/> gave.</param>
    public static string TextOf(SequenceContract contract, string? complaint) =>
        VisibleText.Line($"{contract.Name}: {(complaint is null ? "kept" : $"broken: {complaint}")}");

    /// <summary>
    /// A poll is seen when it is answered. Of a request that was sent at that very moment nobody can say which came
    /// first.
    /// </summary>
    private static IEnumerable<List<ObservedAnswer>> OrdersOf(List<ObservedAnswer> pollAndOthers)
    {
        var (poll, others) = (pollAndOthers[0], pollAndOthers[1..]);
        var atLeast = others.TakeWhile(o => o.SentAt < poll.AnsweredAt).Count();
        var atMost = others.TakeWhile(o => o.SentAt <= poll.AnsweredAt).Count();
        for (var before = atLeast; before <= atMost; before++)
        {
            yield return [.. others[..before], poll, .. others[before..]];
        }
    }

    private static (HashSet<Place> After, (ObservedAnswer, HashSet<Place>)? Stuck) Walk(
        SequenceContract contract, HashSet<Place> places, List<ObservedAnswer> order)
    {
        foreach (var item in order)
        {
            var next = Reach(contract, places
                .Where(p => p.Step < contract.Steps.Count
                    && p.Count < contract.Steps[p.Step].AtMost
                    && item.Is(contract.Steps[p.Step]))
                .Select(p => p with { Count = p.Count + 1 }));
            if (next.Count == 0)
            {
                return ([], (item, places));
            }

            places = next;
        }

        return (places, null);
    }

    /// <summary>The places, and those that need nothing more to be come to.</summary>
    private static HashSet<Place> Reach(SequenceContract contract, IEnumerable<Place> places)
    {
        var reached = new HashSet<Place>();
        foreach (var place in places)
        {
            var at = place;
            while (reached.Add(at) && at.Step < contract.Steps.Count && at.Count >= contract.Steps[at.Step].AtLeast)
            {
                at = new Place(at.Step + 1, 0);
            }
        }

        return reached;
    }

    private static string Expected(SequenceContract contract, IEnumerable<Place> places)
    {
        var steps =
            from place in places
            where place.Step < contract.Steps.Count && place.Count < contract.Steps[place.Step].AtMost
            orderby place.Step
            select $"step {place.Step + 1}, {TextOf(contract.Steps[place.Step])}";
        var list = string.Join(", or ", steps.Distinct());
        return list.Length == 0 ? "the end" : list;
    }

    private static string TextOf(ContractStep step) =>
        $"{step.Request.Word()}{(step.Status == 200 ? "" : $" {step.Status}")}" +
        $"{(step.ResultCode is null ? "" : $" {step.ResultCode}")}{(step.Event is null ? "" : $" {step.Event.Word}")}";

    /// <summary>Before a step's next time.</summary>
    private readonly record struct Place(int Step, int Count);
}
