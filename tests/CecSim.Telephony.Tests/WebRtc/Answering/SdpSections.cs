namespace CecSim.Telephony.Tests.WebRtc.Answering;

/// <summary>A description as text cut into sections, with none of the product's own parsing.</summary>
internal sealed class SdpSections
{
    private SdpSections(Section session, IReadOnlyList<Section> media) => (Session, Media) = (session, media);

    public Section Session { get; }

    public IReadOnlyList<Section> Media { get; }

    /// <summary>The names of each BUNDLE group.</summary>
    public IReadOnlyList<string[]> Bundles =>
        [.. Session.All("group").Select(g => g.Split(' ')).Where(g => g[0] == "BUNDLE").Select(g => g[1..])];

    public static SdpSections Of(string sdp)
    {
        var sections = new List<Section> { new([]) };
        var lines = sdp.Split(["\r\n", "\n"], StringSplitOptions.None).Select(l => l.Trim());
        foreach (var line in lines.Where(l => l.Length > 0))
        {
            if (line.StartsWith("m=", StringComparison.Ordinal))
            {
                sections.Add(new Section([]));
            }

            sections[^1].Lines.Add(string.Join(' ', line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)));
        }

        return new SdpSections(sections[0], sections[1..]);
    }

    internal sealed record Section(List<string> Lines)
    {
        private string[] Words => Lines[0][2..].Split(' ');

        public string Kind => Words[0];

        public string Port => Words[1];

        public string Protocol => Words[2];

        public string[] Formats => Words[3..];

        public string? Mid => First("mid");

        public IEnumerable<string> All(string name) => Lines
            .Where(l => l == $"a={name}" || l.StartsWith($"a={name}:", StringComparison.Ordinal))
            .Select(l => l == $"a={name}" ? "" : l[(name.Length + 3)..].Trim());

        public string? First(string name) => All(name).FirstOrDefault();

        public bool Has(string name) => All(name).Any();
    }
}
