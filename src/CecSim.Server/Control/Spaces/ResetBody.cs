using CecSim.Server.Spaces;

namespace CecSim.Server.Control.Spaces;

/// <summary>What begins anew: <c>state</c>, <c>journal</c>, <c>faults</c>, <c>clock</c> or <c>all</c>.</summary>
internal sealed record ResetBody([property: WordsOf<ResetScope>] string Scope = "all");
