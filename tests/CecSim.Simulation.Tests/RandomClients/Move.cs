namespace CecSim.Simulation.Tests.RandomClients;

/// <summary>One thing that a random client, or time, does.</summary>
public enum MoveKind
{
    Create,
    Poll,
    WriteAnswer,
    HangUp,
    Drop,
    Advance,
    RenewAccessToken,
    RenewMessagingToken,
    Chat,

    /// <summary>The client's media do something.</summary>
    Raise,
}

/// <param name="User">Which of the clients.</param>
/// <param name="Amount">Which of its polls, or how long, by the kind of move.</param>
public sealed record Move(MoveKind Kind, int User, int Amount);
