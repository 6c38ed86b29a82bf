namespace CecSim.LoadTests.Servers;

/// <summary>Who is put under load.</summary>
/// <param name="Name">As in the report: <c>cecsim</c>, <c>floor</c>, a peer's name, or <c>target</c>.</param>
/// <param name="Address">Where it answers.</param>
/// <param name="HasControl">Whether it has CecSim's control API.</param>
internal sealed record LoadServer(string Name, Uri Address, bool HasControl)
{
    public const string CecSim = "cecsim";
    public const string Floor = "floor";
    public const string Target = "target";

    /// <summary>What it was started as; null where somebody else did.</summary>
    public ServerProcess? Process { get; init; }
}
