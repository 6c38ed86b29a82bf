namespace CecSim.Simulation.Clock;

/// <summary>
/// Tells a loop from a load. Entries that fire may arm others for the same moment, and a queue of 10,000 that an agent
/// answers in no time does so for long, but not for ever: whatever comes from outside, and whatever took time, can set
/// off only so much at once. So each of them grants a credit, and each entry that was armed without time passing uses
/// it up. A loop, which nothing feeds, comes to its end.
/// </summary>
internal struct FiringCredit()
{
    /// <summary>What there is in any moment.</summary>
    public const int OfMoment = 10_000;

    /// <summary>Far more than a caller, an agent or a poll sets off at once.</summary>
    public const int OfEach = 100;

    /// <summary>What a loop may cost: some seconds.</summary>
    public const int Max = 1_000_000;

    private int _left = OfMoment;

    public void GrantForEntering() => _left = Math.Min(_left + OfEach, Max);

    public void GrantForMoment() => _left = Math.Max(_left, OfMoment);

    /// <exception cref="InvalidOperationException">It is a loop.</exception>
    public void Take(ScheduledTimer entry)
    {
        if (!entry.IsForNow)
        {
            GrantForEntering();
        }
        else if (--_left < 0)
        {
            throw new InvalidOperationException(
                $"'{entry.Name}' happens again and again at {entry.DueAt:O} without letting time pass.");
        }
    }
}
