namespace CecSim.Simulation;

/// <summary>Why the simulation would not do what it was asked. It says nothing about HTTP.</summary>
public enum Refusal
{
    AppKeyMissing,
    AppKeyUnknown,
    AppSecretWrong,
    AccessTokenMissing,
    AccessTokenWithoutBearer,
    AccessTokenUnknown,
    AccessTokenExpired,
    AccessTokenRevoked,
    MessagingTokenMissing,
    MessagingTokenUnknown,
    MessagingTokenExpired,
    ChannelUnknown,
    TooManyUsers,
    ClickToCallNotSupported,
    OutsideWorkingHours,
    NoAgentsAvailable,
    CallExists,
    ConnectFailed,
    NoCallToDrop,
}
