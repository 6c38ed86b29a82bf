namespace CecSim.Server.Control.Polls;

/// <summary>The polls that a space holds, the oldest first.</summary>
internal sealed record HeldPollsBody(IReadOnlyList<HeldPollBody> Polls);
