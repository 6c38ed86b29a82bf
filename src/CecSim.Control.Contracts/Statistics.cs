namespace CecSim.Control.Contracts;

/// <summary>What a space comes to at one moment, in counts: little to ask for, however much goes on.</summary>
/// <param name="Now">The space's time.</param>
/// <param name="Requests">
/// Requests of its clients since it was made or reset as a whole; those under way and those that the journal has
/// dropped too.
/// </param>
/// <param name="HeldPolls">Long polls that wait.</param>
/// <param name="Waiting">Contacts that wait in queues.</param>
/// <param name="FaultStrikes">Requests and events that the faults which are armed now have struck.</param>
/// <param name="Calls">The calls that are remembered, by state; a state that none is in is left out.</param>
/// <param name="Media">What the gateway carries for its calls.</param>
public sealed record SpaceStatistics(
    DateTimeOffset Now,
    long Requests,
    int HeldPolls,
    int Waiting,
    long FaultStrikes,
    IReadOnlyList<CallsInState> Calls,
    MediaStatistics Media);

/// <summary>How many calls are in a state.</summary>
/// <param name="State">The state.</param>
/// <param name="Count">How many.</param>
public sealed record CallsInState(CallState State, int Count);

/// <summary>The media of all calls of a space that have some now.</summary>
/// <param name="Calls">Calls that have media.</param>
/// <param name="LossInPercent">
/// Of the RTP packets that were to come from customers, those that did not, from 0 to 100; null when none came.
/// </param>
/// <param name="LossOutPercent">
/// Of the RTP packets that went to customers, those that they say did not come, from 0 to 100; null when none tells.
/// </param>
/// <param name="JitterMs">The largest jitter of what came, RFC 3550, in milliseconds; null when nothing came.</param>
/// <param name="RoundTripMs">The longest way there and back, in milliseconds; null when none is known.</param>
public sealed record MediaStatistics(
    int Calls, double? LossInPercent, double? LossOutPercent, double? JitterMs, double? RoundTripMs);
