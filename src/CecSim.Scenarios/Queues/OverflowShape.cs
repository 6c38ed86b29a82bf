using CecSim.Scenarios.Ivr;

namespace CecSim.Scenarios.Queues;

/// <summary>What becomes of a contact that a queue cannot serve (Connection Bar, table 4-2).</summary>
internal static class OverflowShape
{
    /// <param name="type">Of the queue that cannot serve it: a transfer stays within the type.</param>
    public static UnionShape<Overflow> Of(QueueType? type)
    {
        var kind = type is { } known ? QueueKinds.Of(known) : QueueKinds.Any;
        var shape = new UnionShape<Overflow>("a processing policy")
            .Word("release", "the contact ends.", new Overflow.Release())
            .Key(
                "transferTo",
                "another queue of the same type.",
                QueueShape.Reference(kind),
                queue => new Overflow.Transfer(queue));

        return type == QueueType.Multimedia
            ? shape
            : shape.Key(
                "transferToIvr", "an IVR flow by name.", IvrNames.OfAny, ivr => new Overflow.TransferToIvr(ivr));
    }

    /// <summary>What a queue does with whom it cannot serve, by the keys of the file.</summary>
    public static IEnumerable<(string Key, Overflow Overflow)> Keys(QueueSettings queue) =>
        [("onTimeout", queue.OnTimeout), ("onBusy", queue.OnBusy), ("onNoAgents", queue.OnNoAgents)];

    public static string? LeadsTo(this Overflow overflow) => (overflow as Overflow.Transfer)?.Queue;

    /// <summary>Where a queue says whereto.</summary>
    public static SourceLocation PlaceOf(Node.Map queue, string key) =>
        queue.Find(key)?.Value is Node.Map { Entries: [var form] } ? form.Value.At : queue.PlaceOf(key);
}
