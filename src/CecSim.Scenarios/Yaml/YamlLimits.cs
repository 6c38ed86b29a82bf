namespace CecSim.Scenarios.Yaml;

/// <summary>What a scenario file may cost to read. Far above any story, far below what would hurt.</summary>
internal static class YamlLimits
{
    public const int FileBytesMax = 1024 * 1024;

    public const int DepthMax = 32;

    /// <summary>An alias counts as all that it stands for, so a few lines cannot become millions.</summary>
    public const int NodesMax = 20_000;

    /// <summary>A guess compares a word with all known ones, and costs more than all other reading.</summary>
    public const int GuessesMax = 200;
}
