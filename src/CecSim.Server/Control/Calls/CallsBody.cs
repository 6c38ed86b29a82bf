namespace CecSim.Server.Control.Calls;

/// <summary>The calls that live and the last ones that ended, the oldest first.</summary>
internal sealed record CallsBody(IReadOnlyList<CallBody> Calls);
