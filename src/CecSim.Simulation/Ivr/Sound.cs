namespace CecSim.Simulation.Ivr;

/// <summary>What a caller hears where nobody speaks.</summary>
public abstract record Sound
{
    private Sound()
    {
    }

    /// <summary>How long it is heard once; zero for a tone, which goes on.</summary>
    public abstract TimeSpan Length { get; }

    public sealed record Speech(string Text) : Sound
    {
        public override TimeSpan Length => SpokenText.LengthOf(Text);
    }

    /// <param name="Path">Of a WAV or Ogg Opus file.</param>
    public sealed record Recording(string Path, TimeSpan Duration) : Sound
    {
        public override TimeSpan Length => Duration;
    }

    public sealed record Tone(ToneKind Kind) : Sound
    {
        public override TimeSpan Length => TimeSpan.Zero;
    }
}

/// <summary>What goes on until something else is heard.</summary>
public enum ToneKind
{
    Silence,

    /// <summary>A number rings.</summary>
    Ringback,
    Busy,
}

/// <summary>What is heard in the place of an agent; null for music, the default tone of table 4-2.</summary>
/// <param name="Waiting">While nobody has answered.</param>
/// <param name="Keeping">While the agent holds the call.</param>
public readonly record struct LegTones(Sound? Waiting, Sound? Keeping);
