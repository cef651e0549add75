import pytest

from antq_records.lexicon.clusters import clusters
from antq_records.lexicon.organizations import organization_by_id
from antq_records.model import ClusterScope


@pytest.mark.parametrize(
    "cluster", clusters(), ids=lambda cluster: f"{cluster.host}-{cluster.scope}-{cluster.era}-{cluster.number}".replace("/", "-")
)
def test_members_are_bodies_of_the_registry(cluster):
    """Units inside one force have names alone; all others have ids, and so has the host."""
    assert organization_by_id(cluster.host)
    assert [member for member in cluster.members if organization_by_id(member) is None] == []
    assert bool(cluster.units) == (cluster.scope is ClusterScope.INSIDE_ONE_FORCE) != bool(cluster.members)


def test_a_number_stands_once():
    """Host, scope, era and number name one cluster."""
    numbers = [(cluster.host, cluster.scope, cluster.era, cluster.number) for cluster in clusters()]

    assert len(numbers) == len(set(numbers))


def test_the_first_era_holds_every_province_once():
    """From 2015 to 2023 the 63 provincial forces formed nine clusters."""
    members = [
        member
        for cluster in clusters()
        if cluster.scope is ClusterScope.PROVINCE_FORCES and cluster.era == "2015-2023"
        for member in cluster.members
    ]

    assert len(members) == len(set(members)) == 63
