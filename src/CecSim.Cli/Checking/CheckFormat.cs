namespace CecSim.Cli.Checking;

/// <summary>For whom complaints are written.</summary>
internal enum CheckFormat
{
    /// <summary>People.</summary>
    Text,

    /// <summary>Programs: an array.</summary>
    Json,

    /// <summary>GitHub Actions: annotations beside the lines of a pull request.</summary>
    Github,
}
