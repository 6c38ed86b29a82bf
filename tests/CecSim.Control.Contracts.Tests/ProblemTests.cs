namespace CecSim.Control.Contracts.Tests;

/// <summary>The codes of problems and their types.</summary>
public sealed class ProblemTests
{
    [Theory]
    [InlineData(ProblemCode.SpaceUnknown, "urn:cecsim:problem:space-unknown")]
    [InlineData(ProblemCode.TooManyWrongKeys, "urn:cecsim:problem:too-many-wrong-keys")]
    [InlineData(ProblemCode.NotJson, "urn:cecsim:problem:not-json")]
    [InlineData(ProblemCode.Bug, "urn:cecsim:problem:bug")]
    public void A_code_has_a_type_and_is_found_by_it(ProblemCode code, string type)
    {
        Assert.Equal(type, Problem.TypeOf(code));
        Assert.Equal(code, Problem.CodeOf(type));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("about:blank")]
    [InlineData("urn:cecsim:problem:moon-full")]
    [InlineData("urn:cecsim:problem:unknown")]
    public void A_type_of_a_newer_server_or_of_none_is_unknown(string? type) =>
        Assert.Equal(ProblemCode.Unknown, Problem.CodeOf(type));
}
