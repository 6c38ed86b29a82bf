namespace CecSim.Server.Spaces;

/// <summary>Why a space was not added.</summary>
public enum SpaceRefusal
{
    NameTaken,
    CredentialsTaken,
    TooManySpaces,
    TooManyAgents,

    /// <summary>It would not outlive the process: there is no room where spaces are kept.</summary>
    CannotBeKept,
}
