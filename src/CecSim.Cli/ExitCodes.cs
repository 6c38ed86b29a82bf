namespace CecSim.Cli;

/// <summary>What a shell or a CI job can tell apart.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>Asked for something sound that could not be done: a port in use, a folder not to be written.</summary>
    public const int Failed = 1;

    /// <summary>What it was given is wrong: a scenario file, an argument.</summary>
    public const int WrongInput = 2;

    /// <summary>No server to ask: nobody answers, no CecSim answers, or one that is not ready.</summary>
    public const int NoServer = 3;
}
