namespace CecSim.Simulation.Faults;

/// <summary>What a fault can do to the request it was armed for. The server implements it.</summary>
public interface IFaultTarget
{
    /// <summary>Ends the access token that the request carries, for good: the same token never works again.</summary>
    void ExpireAccessToken();

    /// <summary>Ends the ccmessaging token that the request carries, for good.</summary>
    void ExpireMessagingToken();

    /// <summary>Waits in space time; a client that hangs up ends the wait.</summary>
    Task WaitAsync(TimeSpan wait);

    /// <summary>Answers in place of the handler.</summary>
    /// <param name="body">The body; null for the vendor's own error body for that status.</param>
    Task AnswerStatusAsync(int status, string? body);

    /// <summary>Answers 200 with a result code in place of the handler.</summary>
    Task AnswerResultCodeAsync(string resultCode, string? resultDesc);
}
