namespace CecSim.Server.Exchanges;

/// <summary>How it is known that CEC answers so: the value of the header <c>X-CecSim-Basis</c>.</summary>
internal sealed class Basis
{
    public const string Header = "X-CecSim-Basis";

    /// <summary>No document was seen to state it.</summary>
    public static readonly Basis Inferred = new(_ => "inferred");

    /// <summary>A public page of Huawei's API reference states it.</summary>
    public static readonly Basis Found = new(_ => "found; CEC API reference");

    /// <summary>No CEC is known to answer so: the scenario makes it up.</summary>
    public static readonly Basis Scenario = new(_ => "scenario");

    private readonly Dictionary<Profile, string> _texts;

    private Basis(Func<Profile, string> text) => _texts = Profile.All.ToDictionary(p => p, text);

    /// <summary>The profile's own document states it, in the section of that number.</summary>
    public static Basis Documented(string section) => new(p => $"documented; {p.Document}, section {section}");

    /// <summary>The access guide of 2.5.0 states it, and the copy of 3.6.0's lacks the page.</summary>
    public static Basis VoiceAndVideo(string section) =>
        new(_ => $"documented; CEC 2.5.0 Voice and Video Access, section {section}");

    /// <summary>The guide of the agent connection bar states it, whatever the profile.</summary>
    public static Basis ConnectionBar(string section) =>
        new(_ => $"documented; CEC 2.5.0 Agent Connection Bar, section {section}");

    /// <summary>The same, where another source says otherwise.</summary>
    /// <param name="source">Which, and what it says.</param>
    public Basis Against(string source) => new(p => $"{For(p)}; against {source}");

    public string For(Profile profile) => _texts[profile];
}
