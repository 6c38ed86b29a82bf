namespace CecSim.Fidelity;

/// <summary>The claims about one interface, or about what all have in common.</summary>
internal sealed record Chapter(string Title, IReadOnlyList<Claim> Claims)
{
    /// <summary><c>5.3</c> of <c>5.3 getClickToCallEvents</c>.</summary>
    public string Section => Title.Split(' ')[0];
}
