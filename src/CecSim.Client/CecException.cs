namespace CecSim.Client;

/// <summary>
/// The client gave up: CEC was not reached, was not understood, or would not take the credentials, and no further
/// attempt was left. The message holds no secret.
/// </summary>
public sealed class CecException : Exception
{
    internal CecException(string operation, int attempts, CecFailure failure, Exception? cause)
        : base($"{operation}: {failure.Text}{(attempts > 1 ? $" ({attempts} attempts)" : "")}", cause)
    {
        Operation = operation;
        Attempts = attempts;
        Failure = failure;
    }

    /// <summary>What was asked, by the last word of its path; <c>tokenByAkSk</c> may fail before all others.</summary>
    public string Operation { get; }

    /// <summary>How often in a row it was tried.</summary>
    public int Attempts { get; }

    /// <summary>What went wrong the last time.</summary>
    public CecFailure Failure { get; }
}
