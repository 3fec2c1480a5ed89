"""What otcore costs: each figure beside a plain baseline that is measured in the same run."""
