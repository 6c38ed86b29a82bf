namespace CecSim.Scenarios.Reloading;

/// <summary>
/// How often the same look at the files has been seen, as one pure step a look. A file that is being written looks
/// different each time; one whose writer paused in the middle does not, so what cannot be read is looked at once more.
/// </summary>
/// <param name="InForce">The look that was last acted upon.</param>
/// <param name="Seen">Another one that was seen since.</param>
internal readonly record struct FileWatcher(string InForce, string Seen = "", int SeenCount = 0)
{
    private const int LooksWhenSound = 2;
    private const int LooksWhenBroken = 3;

    public bool IsStable => SeenCount >= LooksWhenSound;

    public FileWatcher See(string look) =>
        look == InForce ? new FileWatcher(InForce)
        : look == Seen ? this with { SeenCount = SeenCount + 1 }
        : new FileWatcher(InForce, look, SeenCount: 1);

    public bool Believes(bool isSound) => SeenCount >= (isSound ? LooksWhenSound : LooksWhenBroken);

    public FileWatcher Act() => new(Seen);
}
